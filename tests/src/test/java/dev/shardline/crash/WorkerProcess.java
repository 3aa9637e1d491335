package dev.shardline.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Starts [KilledWorker] as a process, and kills and resumes it at points that a seed chooses.
final class WorkerProcess {
  static final int KILLED = 128 + 9;

  /// How many points are tried is `-Dcrash.points=N`; which ones follows from `-Dcrash.seed=S`.
  private static final int POINTS = Integer.getInteger("crash.points", 3);

  private static final long SEED = Long.getLong("crash.seed", 4);

  private final List<String> more;

  /// @param more further arguments of the worker: the endpoint of an S3 server
  WorkerProcess(String... more) {
    this.more = List.of(more);
  }

  /// How it ended and what it printed.
  record Ended(int code, String output) {}

  /// Runs a worker to its end.
  ///
  /// @param fatalStep after which step of a commit to die, from 1; 0 to live
  Ended work(String dataset, String run, Path scratch, int fatalStep)
      throws IOException, InterruptedException {
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
                KilledWorker.class.getName(),
                dataset,
                run,
                scratch.toString(),
                String.valueOf(fatalStep)));
    words.addAll(more);
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output.strip());
  }

  /// What is done with two steps at which a worker is killed.
  interface Attempt {
    /// @param name of this attempt
    /// @param first the step at which the first process dies
    /// @param second the step at which the second one dies, if it has so many
    void at(String name, int first, int second) throws Exception;
  }

  /// Tries the points that the seed chooses.
  ///
  /// @param steps how many steps an undisturbed worker has
  static void tryPoints(int steps, Attempt attempt) throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < POINTS; i++) {
      attempt.at("run-" + i, 1 + random.nextInt(steps), 1 + random.nextInt(steps));
    }
  }
}
