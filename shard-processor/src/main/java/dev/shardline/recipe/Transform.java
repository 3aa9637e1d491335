package dev.shardline.recipe;

import java.util.Optional;

/// One entry of a recipe: a [Step] that is ready to run, or an [Estimator] that first has to be
/// fitted on the train split.
public sealed interface Transform permits Step, Estimator {
  /// The name under which a recipe calls it: `resize`.
  String name();

  /// Which kinds of data it takes and what it makes of each.
  Signature signature();

  /// Why it cannot work on what `before`, the step just before it, gives, although it takes data of
  /// that kind; empty if it can. Says what to change; asked before anything is read.
  default Optional<String> refusalAfter(Transform before) {
    return Optional.empty();
  }

  /// What it needs and gives for data of a size.
  ///
  /// @param dataBytes memory of the data and companions it is given
  default Footprint footprint(long dataBytes) {
    return Footprint.ofSameSize(dataBytes);
  }

  /// What it needs and gives for data of which more may be known than its size.
  default Footprint footprint(Foreseen taken) {
    return footprint(taken.bytes());
  }

  /// What it needs and gives for data in a scratch file; empty if it works on data in memory only.
  default Optional<StoredFootprint> storedFootprint(StoredData taken) {
    return Optional.empty();
  }
}
