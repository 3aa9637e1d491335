/// Looks into volumes.
@NullMarked
package dev.shardline.inspect.volume;

import org.jspecify.annotations.NullMarked;
