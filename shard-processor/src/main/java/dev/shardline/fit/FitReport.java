package dev.shardline.fit;

import dev.shardline.lineage.FittedSteps;
import dev.shardline.recipe.Recipe;
import dev.shardline.storage.ObjectLocation;
import java.util.Optional;

/// How a fit pass ended.
///
/// @param result empty if the worker was asked to stop before
/// @param partsDone how many partial results this worker made
public record FitReport(Optional<Result> result, int partsDone) {
  /// @param recipe ready to run
  /// @param steps what was learnt
  /// @param file where that lies, under the name of its digest
  public record Result(Recipe recipe, FittedSteps steps, ObjectLocation file) {}
}
