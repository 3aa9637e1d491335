package dev.shardline.fit;

import dev.shardline.dataset.PartId;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.PermanentException;
import dev.shardline.lineage.DamagedFileException;
import dev.shardline.lineage.FittedSteps.FittedStep;
import dev.shardline.manifest.PartDescription;
import dev.shardline.recipe.FitTarget;
import dev.shardline.recipe.Learning;
import dev.shardline.recipe.Recipe;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.PublishOutcome;
import java.io.IOException;

/// The partial results of one step over one train split, in a folder named by both.
final class FitPass {
  private final FitPlan plan;
  private final FitTarget target;
  private final ObjectStore store;
  private final ObjectLocation folder;

  FitPass(FitPlan plan, FitTarget target, ObjectStore store) {
    this.plan = plan;
    this.target = target;
    this.store = store;
    this.folder =
        plan.directory()
            .asDirectory()
            .resolve(plan.train().shortHex() + "-" + target.digest().shortHex() + "/");
  }

  private ObjectLocation file(PartId part) {
    return folder.resolve(part.fileName() + ".fit");
  }

  boolean has(PartId part) throws IOException {
    return store.head(file(part)).isPresent();
  }

  /// Publishes a part's result.
  ///
  /// @throws PermanentException if another result of the same part is there
  void publish(FitPartial partial) throws IOException {
    ObjectLocation location = file(partial.part());
    PublishOutcome outcome = store.publish(location, Content.ofBytes(partial.toBytes()));
    if (outcome instanceof PublishOutcome.AlreadyDifferent) {
      throw new PermanentException(
          "Two different results for part %s of the fit of %s: %s holds others than this worker made of the same samples. Nothing was changed; remove the wrong one."
              .formatted(partial.part(), target.step(), location));
    }
  }

  /// What a step came to, and the recipe with it.
  record Merged(FittedStep step, Recipe recipe) {}

  /// Merges the results of all parts, in part order, one at a time in memory.
  ///
  /// @throws PermanentException if more train samples than tolerated could not be used
  Merged merge() throws IOException {
    Learning<?> learning = target.learning();
    long unusable = 0;
    String example = "";
    for (PartDescription part : plan.trainParts()) {
      FitPartial partial = read(part);
      unusable += partial.unusable();
      example = partial.example().isEmpty() ? example : partial.example();
      try {
        learning.merge(partial.learnt());
      } catch (MalformedDataException e) {
        throw new DamagedFileException(file(part.id()).toString(), String.valueOf(e.getMessage()));
      }
    }
    plan.failures().check(unusable, plan.trainSamples(), example);
    FittedStep step =
        new FittedStep(
            target.place(), target.digest(), plan.trainSamples(), unusable, learning.write());
    return new Merged(step, target.fitted(learning.fitted(), step.digest()));
  }

  private FitPartial read(PartDescription part) throws IOException {
    ObjectLocation location = file(part.id());
    FitPartial partial = FitPartial.read(store.read(location), location.toString());
    boolean same =
        partial.target().equals(target.digest())
            && partial.part().equals(part.id())
            && partial.partDigest().equals(part.samples());
    if (!same) {
      throw new DamagedFileException(location.toString(), "it is of another part or recipe");
    }
    return partial;
  }
}
