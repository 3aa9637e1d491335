package dev.shardline.worker;

import dev.shardline.dataset.PartId;
import dev.shardline.flow.FailurePolicy;
import dev.shardline.lineage.EqualShares;
import dev.shardline.lineage.FateCounts;
import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.SampleEntry;
import dev.shardline.lineage.SampleFate;
import dev.shardline.telemetry.Counter;
import dev.shardline.telemetry.WorkerMetrics;
import dev.shardline.worker.WorkerReport.FailedSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts what becomes of a worker's samples and watches the tolerated ratio. For one thread.
final class WorkerTally {
  private static final int EXAMPLES = 100;

  private final FailurePolicy policy;
  private final long assigned;
  private final WorkerMetrics metrics;
  private final List<PartId> foundDone = new ArrayList<>();
  private final List<PartId> reused = new ArrayList<>();
  private final SortedMap<PartId, String> notReused = new TreeMap<>();
  private final List<FailedSample> failures = new ArrayList<>();
  private FateCounts counts = FateCounts.NONE;

  /// @param assigned all samples of the worker's share
  WorkerTally(FailurePolicy policy, long assigned, WorkerMetrics metrics) {
    this.policy = policy;
    this.assigned = assigned;
    this.metrics = metrics;
  }

  /// Takes in a part that was committed before.
  void foundDone(Ledger ledger) {
    foundDone.add(ledger.header().part());
    metrics.add(Counter.PARTS_FOUND_DONE, 1);
    ledger.samples().forEach(this::count);
  }

  /// Takes in a part that was taken over.
  void reused(Ledger ledger) {
    reused.add(ledger.header().part());
    metrics.add(Counter.PARTS_REUSED, 1);
    ledger.samples().forEach(this::count);
  }

  /// Takes in why a part was not taken over.
  void notReused(PartId part, String why) {
    notReused.put(part, why);
  }

  /// Takes in one sample.
  ///
  /// @throws dev.shardline.failure.PermanentException if too many failed
  void count(SampleEntry entry) {
    FateCounts one = FateCounts.of(entry.fate());
    counts = counts.plus(one);
    metrics.add(Counter.SAMPLES_WRITTEN, one.written());
    metrics.add(Counter.SAMPLES_DROPPED, one.dropped());
    metrics.add(Counter.SAMPLES_QUARANTINED, one.quarantined());
    if (entry.fate() instanceof SampleFate.Quarantined quarantined) {
      FailedSample failed =
          new FailedSample(entry.sample(), quarantined.reason().fileName(), quarantined.detail());
      if (failures.size() < EXAMPLES) {
        failures.add(failed);
      }
      policy.check(counts.quarantined(), assigned, failed.toString());
    }
  }

  /// Takes in a part's ledger once it is committed: samples whose records were left over for the
  /// sake of equal shares were counted as written before.
  void committed(Ledger ledger) {
    long leftOver =
        ledger.samples().stream()
            .map(SampleEntry::fate)
            .filter(fate ->
                fate instanceof SampleFate.Dropped(String rule, String _)
                    && rule.equals(EqualShares.RULE))
            .count();
    counts = counts.plus(new FateCounts(-leftOver, leftOver, 0));
  }

  WorkerReport report(WorkerReport.Outcome outcome, List<PartId> committed, long startNanos) {
    return new WorkerReport(
        outcome,
        committed,
        foundDone,
        new WorkerReport.Reuse(reused, notReused),
        counts,
        failures,
        metrics,
        Duration.ofNanos(System.nanoTime() - startNanos));
  }
}
