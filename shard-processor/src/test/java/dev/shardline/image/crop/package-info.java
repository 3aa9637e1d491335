@NullMarked
package dev.shardline.image.crop;

import org.jspecify.annotations.NullMarked;
