package dev.shardline.benchmark.worker;

import dev.shardline.telemetry.StageBreakdown;
import dev.shardline.worker.WorkerReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What a worker adds to decode, recipe and tar in one thread.
final class OverheadFigures {
  private static final double MILLIS = 1e3;

  private final BareLoop bare;
  private final BareLoop digesting;
  private final MeasuredWorker worker;

  OverheadFigures(Path folder, MeasuredWorker worker) {
    this.bare = new BareLoop(folder.resolve("bare.tar"), false);
    this.digesting = new BareLoop(folder.resolve("bare.tar"), true);
    this.worker = worker;
  }

  /// Rounds by turns, so that the machine's moods meet all alike, after one that does not count.
  void compare(Job job, int rounds) throws Exception {
    for (int round = 0; round <= rounds; round++) {
      Effort<Integer> script = alone(bare, job);
      Effort<WorkerReport> one = worker.work(job, 1, Duration.ZERO);
      Effort<Integer> digested = alone(digesting, job);
      if (round > 0) {
        System.out.printf(
            "milliseconds of processor a slice, compiling left out: bare loop %.2f, with digests"
                + " %.2f, worker on 1 core %.2f%n",
            each(script), each(digested), each(one, job));
        print("the bare loop", one, script);
        print("the bare loop with digests", one, digested);
        stages(one.result());
      }
    }
  }

  /// What a loop took. Its tar is removed outside the measured time.
  private static Effort<Integer> alone(BareLoop loop, Job job) throws Exception {
    try {
      return Effort.of(() -> loop.run(job));
    } finally {
      Files.deleteIfExists(loop.tar());
    }
  }

  private static double each(Effort<Integer> loop) {
    return loop.compiled() * MILLIS / loop.result();
  }

  private static double each(Effort<WorkerReport> worker, Job job) {
    return worker.compiled() * MILLIS / job.data().samples();
  }

  private static void print(String peer, Effort<WorkerReport> worker, Effort<Integer> loop) {
    System.out.printf(
        "  worker against %s: %.3f of its time, %.3f of its processor time, %.3f of it without"
            + " compiling%n",
        peer,
        worker.seconds() / loop.seconds(),
        worker.processor() / loop.processor(),
        worker.compiled() / loop.compiled());
  }

  private static void stages(WorkerReport report) {
    if (Boolean.getBoolean("stages")) {
      StageBreakdown.of(report.metrics(), report.elapsed(), 1).forEach(System.out::println);
    }
  }
}
