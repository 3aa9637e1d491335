package dev.shardline.fit;

import dev.shardline.dataset.Split;
import dev.shardline.digest.Digest;
import dev.shardline.failure.UsageException;
import dev.shardline.flow.FailurePolicy;
import dev.shardline.flow.WorkerLimits;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.PartDescription;
import dev.shardline.recipe.Recipe;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.worker.Rank;
import java.util.List;

/// What a worker of a fit pass is to do.
///
/// @param dataset whose train split is learnt from
/// @param recipe some steps of it have yet to be fitted
/// @param directory where partial results and the result go
/// @param outputVersion the software's output version
/// @param rank which worker this is
/// @param limits how much of the machine it uses
/// @param failures how many train samples may be unusable
public record FitPlan(
    BuiltDataset dataset,
    Recipe recipe,
    ObjectLocation directory,
    int outputVersion,
    Rank rank,
    WorkerLimits limits,
    FailurePolicy failures) {
  /// The parts of the train split, in their order.
  ///
  /// @throws UsageException if the data set has no train split
  List<PartDescription> trainParts() {
    List<PartDescription> parts =
        dataset.description().parts().stream()
            .filter(part -> part.id().split().equals(Split.TRAIN))
            .toList();
    if (parts.isEmpty()) {
      throw new UsageException(
          "Data set %s has no split \"train\", which the recipe's steps learn from"
              .formatted(dataset.directory()));
    }
    return parts;
  }

  long trainSamples() {
    return trainParts().stream().mapToLong(part -> part.counts().samples()).sum();
  }

  Digest train() {
    return dataset.description().splitDigest(Split.TRAIN);
  }
}
