package dev.shardline.flow;

import dev.shardline.threads.WaitingThreads;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// The threads of a worker. Closing interrupts what still runs.
///
/// @param fetching a thread for each task
/// @param cores as many threads as the worker uses cores
/// @param committing seals and publishes finished parts beside them
public record WorkerThreads(
    ExecutorService fetching, ExecutorService cores, ExecutorService committing)
    implements AutoCloseable {
  private static final long COMMIT_SECONDS = 10;

  /// Starts them.
  public static WorkerThreads start(int cores) {
    return new WorkerThreads(
        WaitingThreads.pool("fetch"),
        Executors.newFixedThreadPool(cores, WaitingThreads.factory("recipe")),
        Executors.newFixedThreadPool(cores, WaitingThreads.factory("commit")));
  }

  /// Interrupts fetches and recipes; a commit under way is let end if it ends soon.
  @Override
  public void close() {
    fetching.shutdownNow();
    cores.shutdownNow();
    committing.shutdown();
    try {
      committing.awaitTermination(COMMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    committing.shutdownNow();
  }
}
