/// Pictures against Pillow, on real slices.
@NullMarked
package dev.shardline.conformance.image;

import org.jspecify.annotations.NullMarked;
