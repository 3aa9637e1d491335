package dev.shardline.cli.session;

import dev.shardline.config.Config;
import dev.shardline.config.Section;
import dev.shardline.dataset.Split;
import dev.shardline.failure.UsageException;
import dev.shardline.lineage.RunDescription;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.SplitDescription;
import dev.shardline.recipe.Recipe;
import dev.shardline.recipe.RecipeReader;
import dev.shardline.shard.OutputSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a configuration says of a run beside its data set.
public record RunSettings(Recipe recipe, OutputSpec output) {
  /// Raised whenever the same data set, recipe and output would give other bytes (CHANGELOG.md).
  public static final int OUTPUT_VERSION = 1;

  private static final Set<String> OTHER_SECTIONS = Set.of("dataset", "pipeline");

  /// Reads the sections `recipe` and `output`.
  ///
  /// @throws dev.shardline.failure.UsageException naming everything that is wrong with them
  public static RunSettings read(Config config) {
    Section root = config.root();
    Optional<Recipe> recipe = new RecipeReader(Wiring.steps()).read(root);
    OutputSpec output = OutputSpec.read(root);
    OTHER_SECTIONS.forEach(root::has);
    root.finish();
    config.problems().throwIfAny();
    return new RunSettings(
        recipe.orElseThrow(
            () -> new IllegalStateException("A recipe without problems was not read")),
        output);
  }

  /// The same with another recipe: the one that was read, fitted.
  public RunSettings withRecipe(Recipe ready) {
    return new RunSettings(ready, output);
  }

  /// The run of this recipe and output over a data set.
  ///
  /// @throws UsageException if the output names a split that the data set does not have
  public RunDescription over(BuiltDataset dataset) {
    requireSplits(dataset);
    return new RunDescription(
        dataset.description().name(),
        dataset.directory(),
        dataset.digest(),
        recipe.canonical(),
        output.canonical(),
        OUTPUT_VERSION);
  }

  private void requireSplits(BuiltDataset dataset) {
    List<Split> known =
        dataset.description().splits().stream().map(SplitDescription::split).toList();
    List<Split> missing = output.shares().missingIn(known);
    if (!missing.isEmpty()) {
      throw new UsageException(
          "output.equal-shares.splits: the data set has no %s, it has %s"
              .formatted(missing, known));
    }
  }
}
