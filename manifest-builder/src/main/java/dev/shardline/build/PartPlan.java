package dev.shardline.build;

import dev.shardline.dataset.Split;
import dev.shardline.grouping.SampleTable;
import dev.shardline.growth.Growth;
import dev.shardline.parts.PartPlanner;
import dev.shardline.parts.PlannedPart;
import dev.shardline.split.Groups;
import dev.shardline.split.SplitTarget;
import java.util.ArrayList;
import java.util.List;

/// The stage that cuts splits into parts. Parts of an earlier build keep their numbers and their
/// order; new samples go into new parts behind them.
final class PartPlan {
  /// Marks a sample that an earlier build gave to a part.
  private static final int KEPT = -1;

  private final DatasetSpec spec;
  private final Growth growth;

  PartPlan(DatasetSpec spec, Growth growth) {
    this.spec = spec;
    this.growth = growth;
  }

  /// The parts of all splits, by split and number.
  ///
  /// @param units which samples must stay in one part
  /// @param hashes of the samples
  /// @param splitOf for each sample the index of its split
  List<PlannedPart> plan(
      SampleTable samples,
      Groups units,
      IdHashes hashes,
      List<SplitTarget> targets,
      byte[] splitOf) {
    PartPlanner planner =
        new PartPlanner(
            spec.parts(),
            units,
            samples::bytes,
            hashes.of(units),
            spec.split().seed(),
            targets.size(),
            sample -> growth.isNew(sample) ? splitOf[sample] : KEPT);
    SpentArrays.collect(samples.size());
    List<Growth.KeptPart> kept = growth.keptParts();
    List<PlannedPart> parts = new ArrayList<>();
    for (int index = 0; index < targets.size(); index++) {
      Split split = targets.get(index).split();
      kept.stream()
          .filter(part -> part.id().split().equals(split))
          .map(part -> new PlannedPart(part.id(), part.samples()))
          .forEach(parts::add);
      parts.addAll(planner.plan(split, index, growth.firstNewPart(split)));
    }
    return parts;
  }
}
