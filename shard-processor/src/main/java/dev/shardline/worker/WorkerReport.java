package dev.shardline.worker;

import dev.shardline.dataset.PartId;
import dev.shardline.lineage.FateCounts;
import dev.shardline.telemetry.WorkerMetrics;
import java.time.Duration;
import java.util.List;

/// What a worker did.
///
/// @param outcome how it ended
/// @param committed the parts it committed, in the order in which it did
/// @param foundDone the parts that were committed before
/// @param reused the parts that were taken over from an earlier run: part, recipe, output and
///   output version are unchanged
/// @param counts the fates of all samples in these parts
/// @param failures the first quarantined samples, as examples
/// @param elapsed from start to end
public record WorkerReport(
    Outcome outcome,
    List<PartId> committed,
    List<PartId> foundDone,
    List<PartId> reused,
    FateCounts counts,
    List<FailedSample> failures,
    WorkerMetrics metrics,
    Duration elapsed) {
  /// How a worker that did not fail ended.
  public enum Outcome {
    /// Its whole share is committed.
    DONE,
    /// It was asked to stop and left the rest for the next one.
    STOPPED
  }

  /// A sample in quarantine.
  ///
  /// @param reason the reason's file name
  public record FailedSample(String sample, String reason, String detail) {
    @Override
    public String toString() {
      return sample + ": " + reason + ": " + detail;
    }
  }

  public WorkerReport {
    committed = List.copyOf(committed);
    foundDone = List.copyOf(foundDone);
    reused = List.copyOf(reused);
    failures = List.copyOf(failures);
  }
}
