@NullMarked
package dev.shardline.image.resize;

import org.jspecify.annotations.NullMarked;
