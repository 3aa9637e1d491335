package dev.shardline.cli.run;

import dev.shardline.cli.session.JavaCommand;
import dev.shardline.data.DataKind;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.PartDescription;
import dev.shardline.recipe.Recipe;
import java.util.List;
import java.util.Set;

/// How the Java of worker processes is started so that it suits their recipe. The bytes of shards
/// are the same.
///
/// Recordings need Java's vector module. For pictures it is faster in the long run, but a process
/// that has it takes longer to get up to speed: Java archives neither its classes nor their links.
/// Volumes do without. Their arrays outlive a young collection and are copied by it, unless the
/// young generation is too small to hold them; recordings are quicker with a large one.
///
/// @param vectors whether they have the vector module
/// @param heap options for their heap; the user's own come after them, and win
record WorkerJava(boolean vectors, List<String> heap) {
  /// Pictures of one worker from which on the module saves more than it costs: `docs/FIGURES.md`.
  private static final long WORTHWHILE_PICTURES = 1500;

  private static final Set<DataKind> NEEDING_VECTORS =
      Set.of(DataKind.RECORDING, DataKind.SPECTRUM);

  private static final String SMALL_YOUNG_GENERATION = "-Xmn24m";

  WorkerJava {
    heap = List.copyOf(heap);
  }

  /// @param instances how many workers share the samples
  static WorkerJava of(Recipe recipe, BuiltDataset dataset, int instances) {
    return of(recipe, samples(dataset) / instances);
  }

  /// @param samples how many one worker has
  static WorkerJava of(Recipe recipe, long samples) {
    boolean recordings = gives(recipe, NEEDING_VECTORS);
    boolean manyPictures = gives(recipe, Set.of(DataKind.IMAGE)) && samples >= WORTHWHILE_PICTURES;
    boolean volumes = gives(recipe, Set.of(DataKind.VOLUME));
    return new WorkerJava(
        recordings || manyPictures, volumes ? List.of(SMALL_YOUNG_GENERATION) : List.of());
  }

  /// The command line up to the program's own words.
  List<String> command() {
    return JavaCommand.ofWorker(vectors, heap);
  }

  private static boolean gives(Recipe recipe, Set<DataKind> kinds) {
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
