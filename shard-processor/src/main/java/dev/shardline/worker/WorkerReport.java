package dev.shardline.worker;

import dev.shardline.dataset.PartId;
import dev.shardline.lineage.FateCounts;
import dev.shardline.telemetry.WorkerMetrics;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a worker did.
///
/// @param outcome how it ended
/// @param committed the parts it committed, in the order in which it did
/// @param foundDone the parts that were committed before
/// @param reuse what became of the parts that an earlier run might have had
/// @param counts the fates of all samples in these parts
/// @param failures the first quarantined samples, as examples
/// @param elapsed from start to end
public record WorkerReport(
    Outcome outcome,
    List<PartId> committed,
    List<PartId> foundDone,
    Reuse reuse,
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

  /// What earlier runs were good for.
  ///
  /// @param taken the parts that were taken over: part, recipe, output and output version are
  ///   unchanged
  /// @param refused why others were not, by part; empty where no earlier run is alike
  public record Reuse(List<PartId> taken, SortedMap<PartId, String> refused) {
    public Reuse {
      taken = List.copyOf(taken);
      refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }
  }

  public WorkerReport {
    committed = List.copyOf(committed);
    foundDone = List.copyOf(foundDone);
    failures = List.copyOf(failures);
  }

  /// The parts that were taken over from an earlier run.
  public List<PartId> reused() {
    return reuse.taken();
  }
}
