/// The output files: how a record is encoded in each format, how encoded records become a finished
/// shard, how shards are compressed and named. Equal records give equal bytes.
@NullMarked
package dev.shardline.shard;

import org.jspecify.annotations.NullMarked;
