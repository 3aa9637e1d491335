/// Looks into shards and arrays.
@NullMarked
package dev.shardline.inspect.shard;

import org.jspecify.annotations.NullMarked;
