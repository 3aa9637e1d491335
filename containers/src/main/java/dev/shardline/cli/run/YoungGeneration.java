package dev.shardline.cli.run;

import dev.shardline.data.DataKind;
import dev.shardline.recipe.Recipe;
import java.lang.management.ManagementFactory;
import java.util.List;

/// How much of a worker's heap new arrays get. A volume on its way takes a hundred megabytes of
/// them, none of which is needed for long; where they fill the young generation before the volume
/// is done, the collector copies them to the old one, which grows by what nobody needs.
final class YoungGeneration {
  private static final long MEBIBYTE = 1 << 20;

  /// Several volumes of the usual size.
  private static final long ENOUGH = 512 * MEBIBYTE;

  private static final int LARGEST_SHARE = 4;

  private YoungGeneration() {}

  /// The options of a worker's Java machine, where this one was not told how to divide its heap.
  static List<String> options(Recipe recipe) {
    boolean told =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .anyMatch(option -> option.matches("-Xm[nsx].*|-XX:.*(NewSize|NewRatio|HeapSize).*"));
    return told ? List.of() : options(recipe, Runtime.getRuntime().maxMemory());
  }

  /// @param heapBytes how large the worker's heap may become
  static List<String> options(Recipe recipe, long heapBytes) {
    boolean volumes =
        recipe
            .allSteps()
            .anyMatch(step -> step.transform().signature().gives().containsKey(DataKind.VOLUME));
    return volumes
        ? List.of("-Xmn" + Math.min(ENOUGH, heapBytes / LARGEST_SHARE) / MEBIBYTE + "m")
        : List.of();
  }
}
