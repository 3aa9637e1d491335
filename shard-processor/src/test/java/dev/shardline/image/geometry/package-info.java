@NullMarked
package dev.shardline.image.geometry;

import org.jspecify.annotations.NullMarked;
