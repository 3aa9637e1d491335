package dev.shardline.worker;

import dev.shardline.commit.CommitObserver;
import dev.shardline.flow.SampleSource;
import dev.shardline.flow.WorkerControl;
import dev.shardline.storage.StoreProvider;
import dev.shardline.telemetry.WorkerMetrics;

/// What a worker has around it.
///
/// @param stores keep the run's directory
/// @param source gives the samples' bytes
/// @param metrics is told everything on the way
/// @param control may stop the worker
/// @param observer is told of every step of every commit
public record WorkerContext(
    StoreProvider stores,
    SampleSource source,
    WorkerMetrics metrics,
    WorkerControl control,
    CommitObserver observer) {
  /// A worker that reads samples where the catalog says they lie and that nobody stops or watches.
  public static WorkerContext of(StoreProvider stores) {
    return new WorkerContext(
        stores,
        SampleSource.of(stores),
        new WorkerMetrics(),
        new WorkerControl(),
        CommitObserver.NONE);
  }
}
