package dev.shardline.benchmark.worker;

import dev.shardline.telemetry.StageBreakdown;
import dev.shardline.worker.WorkerReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What a worker adds to decode, recipe and tar in one thread.
final class OverheadFigures {
  private static final double MILLIS = 1e3;
  private static final int WARM_UPS = 3;

  private final BareLoop bare;
  private final BareLoop digesting;
  private final MeasuredWorker worker;

  OverheadFigures(Path folder, MeasuredWorker worker) {
    this.bare = new BareLoop(folder.resolve("bare.tar"), false);
    this.digesting = new BareLoop(folder.resolve("bare.tar"), true);
    this.worker = worker;
  }

  /// Rounds, after a few that do not count: until then methods are still being compiled. In each
  /// the loops do half of their samples before the worker and half behind it, so that what the
  /// machine does meanwhile, and what each leaves behind, meets all alike.
  void compare(Job job, int rounds) throws Exception {
    for (int round = 0; round < WARM_UPS; round++) {
      var _ = round(job);
    }
    List<Round> counted = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Round one = round(job);
      one.print();
      counted.add(one);
    }
    printMedian("the bare loop", counted, Round::toBare);
    printMedian("the bare loop with digests", counted, Round::toDigesting);
  }

  private Round round(Job job) throws Exception {
    Job half = job.half();
    Effort<Integer> bareBefore = alone(bare, half);
    Effort<Integer> digestingBefore = alone(digesting, half);
    Effort<WorkerReport> one = worker.work(job, 1, Duration.ZERO);
    Effort<Integer> digested = digestingBefore.plus(alone(digesting, half), Integer::sum);
    return new Round(job, bareBefore.plus(alone(bare, half), Integer::sum), digested, one);
  }

  private static void printMedian(
      String peer, List<Round> rounds, ToDoubleFunction<Round> ofItsTime) {
    double[] sorted = rounds.stream().mapToDouble(ofItsTime).sorted().toArray();
    System.out.printf(
        "median of %d rounds: worker against %s: %.3f of its time (%.3f to %.3f)%n",
        sorted.length,
        peer,
        (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2,
        sorted[0],
        sorted[sorted.length - 1]);
  }

  /// What each took once.
  private record Round(
      Job job, Effort<Integer> script, Effort<Integer> digested, Effort<WorkerReport> one) {
    double toBare() {
      return one.seconds() / script.seconds();
    }

    double toDigesting() {
      return one.seconds() / digested.seconds();
    }

    void print() {
      System.out.printf(
          "milliseconds of processor a slice, compiling left out: bare loop %.2f, with digests"
              + " %.2f, worker on 1 core %.2f%n",
          each(script), each(digested), each(one, job));
      compared("the bare loop", one, script);
      compared("the bare loop with digests", one, digested);
      stages(one.result());
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

  private static void compared(String peer, Effort<WorkerReport> worker, Effort<Integer> loop) {
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
