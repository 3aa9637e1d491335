package dev.shardline.cli.run;

import dev.shardline.telemetry.Counter;
import dev.shardline.telemetry.EmbeddedMetrics;
import dev.shardline.telemetry.Pace;
import dev.shardline.telemetry.PrometheusText;
import dev.shardline.telemetry.WorkerMetrics;
import dev.shardline.worker.Rank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells in a worker's log how far it is, and gives its metrics to whoever collects them: now and
/// then, and once more at the end. `pipeline watch` shows the newest of these lines for each
/// machine.
final class WorkerTelemetry implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerTelemetry.class);
  private static final long LINE_SECONDS = 15;
  private static final long METRICS_SECONDS = 60;
  private static final double MEBIBYTE = 1 << 20;

  /// How much work is this worker's.
  record Share(int parts, long samples) {}

  private final WorkerMetrics metrics;
  private final Share share;
  private final Pace pace;
  private final @Nullable Path file;
  private final @Nullable EmbeddedMetrics embedded;
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("telemetry").factory());

  private WorkerTelemetry(
      WorkerMetrics metrics, Share share, TelemetryOptions options, String run, Rank rank) {
    this.metrics = metrics;
    this.share = share;
    this.pace = new Pace(share.samples(), 0, System.nanoTime());
    this.file = options.metricsFile();
    this.embedded = options.embedded() ? new EmbeddedMetrics(Map.of("Run", run)) : null;
    labels.put("run", run);
    labels.put("rank", String.valueOf(rank.index()));
  }

  /// Begins to tell.
  ///
  /// @param run the run's id
  static WorkerTelemetry start(
      WorkerMetrics metrics, Share share, TelemetryOptions options, String run, Rank rank) {
    WorkerTelemetry telemetry = new WorkerTelemetry(metrics, share, options, run, rank);
    telemetry.every(LINE_SECONDS, telemetry::line);
    telemetry.every(LINE_SECONDS, telemetry::keepFile);
    telemetry.every(METRICS_SECONDS, telemetry::collect);
    return telemetry;
  }

  private void every(long seconds, Runnable task) {
    var ignored = timer.scheduleWithFixedDelay(task, seconds, seconds, TimeUnit.SECONDS);
  }

  private void line() {
    long parts =
        metrics.value(Counter.PARTS_COMMITTED)
            + metrics.value(Counter.PARTS_REUSED)
            + metrics.value(Counter.PARTS_FOUND_DONE);
    long done =
        metrics.value(Counter.SAMPLES_WRITTEN)
            + metrics.value(Counter.SAMPLES_DROPPED)
            + metrics.value(Counter.SAMPLES_QUARANTINED);
    LOG.info(
        "progress {} of {} parts, {} of {} samples, {} MiB read, {} quarantined{}",
        parts,
        share.parts(),
        done,
        share.samples(),
        Math.round(metrics.value(Counter.BYTES_READ) / MEBIBYTE),
        metrics.value(Counter.SAMPLES_QUARANTINED),
        pace.text(done, System.nanoTime()));
  }

  private void collect() {
    if (embedded != null) {
      // The log's own form would hide it: CloudWatch wants the line as it is.
      System.err.println(embedded.next(metrics, System.currentTimeMillis()));
    }
  }

  private void keepFile() {
    if (file == null) {
      return;
    }
    try {
      Path partial = file.resolveSibling(file.getFileName() + ".partial");
      Files.writeString(partial, PrometheusText.of(metrics, labels));
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("Cannot write {}: {}", file, e.toString());
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    line();
    collect();
    keepFile();
  }
}
