@NullMarked
package dev.shardline.image.intensity;

import org.jspecify.annotations.NullMarked;
