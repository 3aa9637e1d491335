package dev.shardline.benchmark.worker;

import dev.shardline.recipe.Recipe;
import dev.shardline.shard.ShardFormat;

/// What a worker does with which samples.
record Job(SyntheticDataset data, Recipe recipe, ShardFormat format) {
  /// The same with half the samples.
  Job half() {
    return new Job(new SyntheticDataset(data.samples() / 2, data.content()), recipe, format);
  }
}
