package dev.shardline.benchmark.worker;

import dev.shardline.recipe.Recipe;
import dev.shardline.shard.ShardFormat;

/// What a worker does with which samples.
record Job(SyntheticDataset data, Recipe recipe, ShardFormat format) {}
