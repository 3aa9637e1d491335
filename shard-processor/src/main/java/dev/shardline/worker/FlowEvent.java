package dev.shardline.worker;

import dev.shardline.commit.PartSpool;
import dev.shardline.commit.StagedSample;
import dev.shardline.dataset.PartId;
import dev.shardline.flow.Arrived;
import dev.shardline.lineage.Ledger;
import java.util.concurrent.CompletableFuture;

/// What comes to the writer, in the order of the parts and of the samples in them.
sealed interface FlowEvent {
  /// A part was found committed.
  record PartFoundDone(Ledger ledger) implements FlowEvent {}

  /// A part was taken over from an earlier run.
  record PartReused(Ledger ledger) implements FlowEvent {}

  /// No earlier run has a part as it has to be.
  record PartNotReused(PartId part, String why) implements FlowEvent {}

  /// A part is open.
  ///
  /// @param spool holds the part's first samples, where an earlier process was killed
  record PartBegun(PartSpool spool) implements FlowEvent {}

  /// The next sample of the part begun last.
  record SampleComing(CompletableFuture<Arrived<StagedSample>> arrived) implements FlowEvent {}

  /// All samples of the part have come.
  record PartEnded() implements FlowEvent {}

  /// The feeder could not go on.
  record Failed(Throwable cause) implements FlowEvent {}

  /// Nothing follows.
  record Ended() implements FlowEvent {}
}
