@NullMarked
package dev.shardline.image;

import org.jspecify.annotations.NullMarked;
