package dev.shardline.cli.build;

import dev.shardline.build.Forecast;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Recipe;

/// How much memory a worker will need, as far as headers and recipe tell before anything is read.
final class WorkerMemory {
  private WorkerMemory() {}

  /// About how many bytes the largest sample needs on its way: its objects, and the most that is
  /// alive at once from decoding to the record. Each core works on one sample at a time; a worker
  /// with less than this in all refuses the sample. 0 where no header says how large samples are.
  static long ofLargestSample(Forecast forecast, Recipe recipe) {
    long decoded = forecast.largestDecoded();
    return decoded == 0
        ? 0
        : forecast.largestSample() + recipe.peakBytes(new Footprint(decoded, decoded));
  }
}
