package dev.shardline.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Starts [KilledWorker], or another program of that kind, as a process, and kills and resumes it
/// at points that a seed chooses.
final class WorkerProcess {
  static final int KILLED = 128 + 9;

  /// What a worker prints before it begins.
  static final String BEGUN = "begun";

  /// Lets a worker live.
  static final String NEVER = "NONE:0";

  private static final long MINUTES = 3;

  /// How many points are tried is `-Dcrash.points=N`; which ones follows from `-Dcrash.seed=S`.
  private static final int POINTS = Integer.getInteger("crash.points", 2);

  private static final long SEED = Long.getLong("crash.seed", 4);

  private final Class<?> main;
  private final List<String> more;

  /// @param more further arguments of the worker: the endpoint of an S3 server
  WorkerProcess(String... more) {
    this(KilledWorker.class, more);
  }

  /// @param main takes the arguments of [KilledWorker], and `more`
  WorkerProcess(Class<?> main, String... more) {
    this.main = main;
    this.more = List.of(more);
  }

  /// How it ended, what it printed, its log included, and how long it worked.
  record Ended(int code, String output, long nanos) {
    /// The steps that a worker which was not killed has reached: its last line.
    int steps() {
      return Integer.parseInt(output.lines().reduce("", (_, line) -> line));
    }
  }

  /// Runs a worker to its end.
  ///
  /// @param fatalStep after which step of a commit to die, as [KilledWorker] takes it
  Ended work(String dataset, String run, Path scratch, String fatalStep)
      throws IOException, InterruptedException {
    return work(dataset, run, scratch, fatalStep, Long.MAX_VALUE);
  }

  /// Runs a worker and kills it from outside, so long after it began to work.
  Ended workAndKill(String dataset, String run, Path scratch, long afterNanos)
      throws IOException, InterruptedException {
    return work(dataset, run, scratch, NEVER, afterNanos);
  }

  private Ended work(
      String dataset, String run, Path scratch, String fatalStep, long killAfterNanos)
      throws IOException, InterruptedException {
    Process process = start(dataset, run, scratch, fatalStep);
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      StringBuilder output = new StringBuilder();
      String line = lines.readLine();
      while (line != null && !line.equals(BEGUN)) {
        output.append(line).append('\n');
        line = lines.readLine();
      }
      long begun = System.nanoTime();
      if (killAfterNanos < Long.MAX_VALUE) {
        LockSupport.parkNanos(killAfterNanos);
        // Unlike the process itself, its handle leaves the streams open.
        var ignored = process.toHandle().destroyForcibly();
      }
      lines.lines().forEach(rest -> output.append(rest).append('\n'));
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("still at work after " + MINUTES + " minutes");
      }
      return new Ended(process.exitValue(), output.toString().strip(), System.nanoTime() - begun);
    }
  }

  private Process start(String dataset, String run, Path scratch, String fatalStep)
      throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                dataset,
                run,
                scratch.toString(),
                fatalStep));
    words.addAll(more);
    return new ProcessBuilder(words).redirectErrorStream(true).start();
  }

  /// What is done with two steps at which a worker is killed.
  interface Attempt {
    /// @param name of this attempt
    /// @param first the step at which the first process dies
    /// @param second the step at which the second one dies, if it has so many
    /// @param sameDisk whether those who come later find what the first one had on its disk
    void at(String name, String first, String second, boolean sameDisk) throws Exception;
  }

  /// Tries the points that the seed chooses.
  ///
  /// @param steps how many steps an undisturbed worker has
  static void tryPoints(int steps, Attempt attempt) throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < POINTS; i++) {
      String first = "ANY:" + (1 + random.nextInt(steps));
      String second = "ANY:" + (1 + random.nextInt(steps));
      attempt.at("run-" + i, first, second, random.nextBoolean());
    }
  }

  /// A number from 1 to `most` that follows from the seed.
  static int oneOf(int most, String what) {
    return 1 + new Random(SEED + what.hashCode()).nextInt(most);
  }

  /// How many points are tried.
  static int points() {
    return POINTS;
  }
}
