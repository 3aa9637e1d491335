@NullMarked
package dev.shardline.image.codec.jpeg;

import org.jspecify.annotations.NullMarked;
