/// Looks into pictures.
@NullMarked
package dev.shardline.inspect.image;

import org.jspecify.annotations.NullMarked;
