@NullMarked
package dev.shardline.image.codec;

import org.jspecify.annotations.NullMarked;
