package dev.shardline.cli.build;

import dev.shardline.build.LargestSamples;
import dev.shardline.failure.RetryableException;
import dev.shardline.flow.MemoryForecast;
import dev.shardline.flow.SampleMemory;
import dev.shardline.flow.SampleSource;
import dev.shardline.recipe.Recipe;
import dev.shardline.storage.StoreProvider;

/// How much memory a worker will need, stated before anything is processed.
final class WorkerMemory {
  private WorkerMemory() {}

  /// How many bytes samples take for each core at most, as the worker itself will count them: one
  /// that needs the most is on the core, another one waits. With less the cores are not kept busy,
  /// and a worker with less than one sample needs refuses it. 0 where no header says.
  static long forEachCore(LargestSamples largest, Recipe recipe, StoreProvider stores) {
    try {
      long working = 0;
      long waiting = 0;
      for (SampleMemory memory :
          new MemoryForecast(recipe, SampleSource.of(stores)).of(largest.candidates())) {
        working = Math.max(working, memory.workingBytes());
        waiting = Math.max(waiting, memory.waitingBytes());
      }
      return working + waiting;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new RetryableException("Stopped while headers were read", stopped);
    }
  }
}
