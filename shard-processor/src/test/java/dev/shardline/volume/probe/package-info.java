@NullMarked
package dev.shardline.volume.probe;

import org.jspecify.annotations.NullMarked;
