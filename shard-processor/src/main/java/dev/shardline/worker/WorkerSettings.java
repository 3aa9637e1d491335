package dev.shardline.worker;

import dev.shardline.flow.FailurePolicy;
import dev.shardline.flow.WorkerLimits;
import dev.shardline.storage.ObjectLocation;
import java.nio.file.Path;
import java.util.List;

/// How a worker goes about its work.
///
/// @param scratch a folder on this machine's disk for what is not finished; on the output's file
///   system where that is local, so that finished shards need no copy
/// @param earlierRuns directories of runs whose unchanged parts may be taken over ([EarlierRuns])
public record WorkerSettings(
    WorkerLimits limits, FailurePolicy failures, Path scratch, List<ObjectLocation> earlierRuns) {
  public WorkerSettings {
    earlierRuns = List.copyOf(earlierRuns);
  }

  /// A worker that takes nothing over.
  public WorkerSettings(WorkerLimits limits, FailurePolicy failures, Path scratch) {
    this(limits, failures, scratch, List.of());
  }
}
