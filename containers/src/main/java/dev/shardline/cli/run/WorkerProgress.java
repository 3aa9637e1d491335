package dev.shardline.cli.run;

import dev.shardline.telemetry.Counter;
import dev.shardline.telemetry.WorkerMetrics;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says in a worker's log, now and then and at the end, how far the worker is, as `progress 3 of 10
/// parts, 1,204 samples`. `pipeline watch` shows the newest of these lines for each machine.
final class WorkerProgress implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerProgress.class);
  private static final Duration PAUSE = Duration.ofSeconds(15);

  private final WorkerMetrics metrics;
  private final int parts;
  private final Thread thread;

  private WorkerProgress(WorkerMetrics metrics, int parts) {
    this.metrics = metrics;
    this.parts = parts;
    this.thread = Thread.ofVirtual().name("progress").unstarted(this::tellUntilClosed);
  }

  /// @param parts how many parts are this worker's
  static WorkerProgress of(WorkerMetrics metrics, int parts) {
    WorkerProgress progress = new WorkerProgress(metrics, parts);
    progress.thread.start();
    return progress;
  }

  private void tellUntilClosed() {
    try {
      while (true) {
        Thread.sleep(PAUSE);
        tell();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell() {
    long done = metrics.value(Counter.PARTS_COMMITTED) + metrics.value(Counter.PARTS_FOUND_DONE);
    long samples =
        metrics.value(Counter.SAMPLES_WRITTEN)
            + metrics.value(Counter.SAMPLES_DROPPED)
            + metrics.value(Counter.SAMPLES_QUARANTINED);
    LOG.info("progress {} of {} parts, {} samples", done, parts, samples);
  }

  @Override
  public void close() {
    thread.interrupt();
    tell();
  }
}
