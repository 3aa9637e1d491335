/// Tells the builder what is inside image files.
@NullMarked
package dev.shardline.image.probe;

import org.jspecify.annotations.NullMarked;
