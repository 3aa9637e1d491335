/// Moves pixels and never changes values: boxes, padding, flips.
@NullMarked
package dev.shardline.image.geometry;

import org.jspecify.annotations.NullMarked;
