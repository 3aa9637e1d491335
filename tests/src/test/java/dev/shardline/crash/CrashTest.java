package dev.shardline.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.local.LocalStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How many points are tried is `-Dcrash.points=N`; which ones follows from `-Dcrash.seed=S`.
class CrashTest {
  private static final int KILLED = 128 + 9;
  private static final int POINTS = Integer.getInteger("crash.points", 3);
  private static final long SEED = Long.getLong("crash.seed", 4);

  @TempDir private Path folder;

  @BeforeEach
  void build() throws IOException {
    try (LocalStore store = new LocalStore()) {
      TextDataset.build(store, ObjectLocation.ofPath(folder.resolve("dataset")).asDirectory());
    }
  }

  /// Runs a worker process; gives its exit code and what it printed.
  private record Ended(int code, String output) {}

  private Ended work(String run, int fatalStep) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                List.of(
                    java.toString(),
                    "-Xmx128m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    KilledWorker.class.getName(),
                    folder.resolve("dataset").toString(),
                    folder.resolve(run).toString(),
                    folder.resolve(run + "-scratch").toString(),
                    String.valueOf(fatalStep)))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output.strip());
  }

  private SortedMap<String, String> files(String run) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    Path root = folder.resolve(run);
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  @Test
  void aWorkerKilledAtAnyStepsIsResumedToTheSameBytes() throws Exception {
    Ended undisturbed = work("undisturbed", 0);
    assertThat(undisturbed.code()).as(undisturbed.output()).isZero();
    SortedMap<String, String> expected = files("undisturbed");
    int steps = Integer.parseInt(undisturbed.output());
    Random random = new Random(SEED);

    for (int i = 0; i < POINTS; i++) {
      String run = "run-" + i;
      int first = 1 + random.nextInt(steps);
      assertThat(work(run, first).code()).as("killed at step %d", first).isEqualTo(KILLED);
      int second = 1 + random.nextInt(steps);
      int code = work(run, second).code();
      if (code != 0) {
        assertThat(code).as("killed at steps %d, %d", first, second).isEqualTo(KILLED);
        Ended last = work(run, 0);
        assertThat(last.code()).as(last.output()).isZero();
      }
      assertThat(files(run)).as("killed at steps %d, %d", first, second).isEqualTo(expected);
    }
  }
}
