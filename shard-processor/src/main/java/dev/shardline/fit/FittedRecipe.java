package dev.shardline.fit;

import dev.shardline.digest.Digest;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.UsageException;
import dev.shardline.lineage.DamagedFileException;
import dev.shardline.lineage.FittedSteps;
import dev.shardline.lineage.FittedSteps.FittedStep;
import dev.shardline.recipe.FitTarget;
import dev.shardline.recipe.Learning;
import dev.shardline.recipe.Recipe;
import java.util.Optional;

/// Makes a recipe ready to run with what a fit pass wrote.
public final class FittedRecipe {
  private FittedRecipe() {}

  /// The recipe with every step fitted.
  ///
  /// @param fitted what was learnt
  /// @param place where that lies, for messages
  /// @param train digest of the train split it must have been learnt from
  /// @throws UsageException if it was learnt from anything else, for another recipe, or by another
  ///   output version
  /// @throws DamagedFileException if a step cannot read what it learnt
  public static Recipe of(
      Recipe recipe, FittedSteps fitted, String place, Digest train, int outputVersion)
      throws DamagedFileException {
    require(fitted, place, train, outputVersion);
    Recipe ready = recipe;
    Optional<FitTarget> target = FitTarget.of(ready);
    while (target.isPresent()) {
      ready = fit(target.get(), fitted, place);
      target = FitTarget.of(ready);
    }
    return ready;
  }

  private static void require(FittedSteps fitted, String place, Digest train, int outputVersion) {
    if (!fitted.train().equals(train)) {
      throw new UsageException(
          "%s was fitted on another train split: expected %s, found %s. Only this data set's own train split may be learnt from; run `shardline fit` for it."
              .formatted(place, train.shortHex(), fitted.train().shortHex()));
    }
    if (fitted.outputVersion() != outputVersion) {
      throw new UsageException(
          "%s was fitted by output version %d, this program has %d; run `shardline fit` again"
              .formatted(place, fitted.outputVersion(), outputVersion));
    }
  }

  private static Recipe fit(FitTarget target, FittedSteps fitted, String place)
      throws DamagedFileException {
    FittedStep step =
        fitted
            .find(target.place(), target.digest())
            .orElseThrow(() ->
                new UsageException(
                    "%s has nothing for %s after the steps before it as they are now; run `shardline fit` again"
                        .formatted(place, target.step())));
    Learning<?> learning = target.learning();
    try {
      learning.merge(step.learnt());
    } catch (MalformedDataException e) {
      throw new DamagedFileException(place, String.valueOf(e.getMessage()));
    }
    return target.fitted(learning.fitted(), step.digest());
  }
}
