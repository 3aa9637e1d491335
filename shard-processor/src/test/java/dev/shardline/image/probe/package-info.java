@NullMarked
package dev.shardline.image.probe;

import org.jspecify.annotations.NullMarked;
