/// How many machines make the shards, and why: from the GPUs the shards are for, the parts there
/// are, and what the service allows.
@NullMarked
package dev.shardline.pipeline.plan;

import org.jspecify.annotations.NullMarked;
