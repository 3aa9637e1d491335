package dev.shardline.benchmark.worker;

import dev.shardline.worker.WorkerReport;
import java.time.Duration;
import java.util.List;

/// What all processors that this process may use do in a second, with and without latency.
final class ScalingFigures {
  private static final Duration LATENCY = Duration.ofMillis(20);

  private final MeasuredWorker worker;

  ScalingFigures(MeasuredWorker worker) {
    this.worker = worker;
  }

  /// Rounds with and without latency, by turns, after one of each that does not count.
  void print(Job job, int rounds) throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    for (int round = 0; round <= rounds; round++) {
      for (Duration latency : List.of(Duration.ZERO, LATENCY)) {
        Effort<WorkerReport> effort = worker.work(job, cores, latency);
        if (round > 0) {
          System.out.printf(
              "%d cores, %d ms latency: %.0f slices a second, processors busy %.2f%n",
              cores,
              latency.toMillis(),
              job.data().samples() / effort.seconds(),
              effort.processor() / effort.seconds() / cores);
        }
      }
    }
  }
}
