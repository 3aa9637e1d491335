package dev.shardline.cli.run;

import dev.shardline.data.DataKind;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.PartDescription;
import dev.shardline.recipe.Recipe;
import java.util.Set;

/// Whether worker processes are started with Java's vector module. Recordings need it. For pictures
/// it is faster in the long run, but a process that has it takes longer to get up to speed: Java
/// archives neither its classes nor their links. Volumes do without. The bytes of shards are the
/// same.
final class VectorModule {
  /// Pictures of one worker from which on the module saves more than it costs: `docs/FIGURES.md`.
  private static final long WORTHWHILE_PICTURES = 1500;

  private static final Set<DataKind> NEEDING = Set.of(DataKind.RECORDING, DataKind.SPECTRUM);

  private VectorModule() {}

  /// @param instances how many workers share the samples
  static boolean servesFor(Recipe recipe, BuiltDataset dataset, int instances) {
    return servesFor(recipe, samples(dataset) / instances);
  }

  /// @param samples how many one worker has
  static boolean servesFor(Recipe recipe, long samples) {
    if (takes(recipe, NEEDING)) {
      return true;
    }
    return takes(recipe, Set.of(DataKind.IMAGE)) && samples >= WORTHWHILE_PICTURES;
  }

  private static boolean takes(Recipe recipe, Set<DataKind> kinds) {
    return recipe
        .allSteps()
        .flatMap(step -> step.transform().signature().gives().keySet().stream())
        .anyMatch(kinds::contains);
  }

  private static long samples(BuiltDataset dataset) {
    return dataset.description().parts().stream()
        .map(PartDescription::counts)
        .mapToLong(counts -> counts.samples())
        .sum();
  }
}
