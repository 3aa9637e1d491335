package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.digest.Digest;
import dev.shardline.program.Program.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Promises P3 and P4 over whole runs: any number of workers, any kill, the same bytes.
class WholeRunTest {
  @TempDir private static Path folder = Path.of("");

  private static SortedMap<String, Digest> undisturbed = new TreeMap<>();

  @BeforeAll
  static void runOnce() throws IOException, InterruptedException {
    SliceProject project = SliceProject.in(folder);
    Outcome outcome = run(project.work("one"), 1);
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    undisturbed = RunBytes.of(RunBytes.latest(project.work("one")));
    assertThat(undisturbed.keySet()).anyMatch(path -> path.endsWith(".tar"));
  }

  private static Outcome run(Path work, int instances) throws IOException, InterruptedException {
    return Program.plain().run(words(work, instances));
  }

  private static String[] words(Path work, int instances) {
    return new String[] {
      "run",
      folder.resolve("shardline.yaml").toString(),
      "--work",
      work.toString(),
      "--instances",
      String.valueOf(instances)
    };
  }

  /// All but the files that name the place of the data set.
  private static SortedMap<String, Digest> movable(SortedMap<String, Digest> files) {
    SortedMap<String, Digest> kept = new TreeMap<>(files);
    kept.remove("run.json");
    kept.remove("index.json");
    return kept;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 7})
  void everyNumberOfWorkersGivesTheSameBytes(int instances)
      throws IOException, InterruptedException {
    Path work = folder.resolve("many-" + instances);
    Outcome outcome = run(work, instances);
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(movable(RunBytes.of(RunBytes.latest(work)))).isEqualTo(movable(undisturbed));
  }

  @Test
  void aKilledRunGoesOnWhereItWasAndGivesTheSameBytes() throws IOException, InterruptedException {
    Path work = folder.resolve("killed");
    Process process = Program.plain().start(words(work, 2));
    RunBytes.awaitLedgers(work, 1);
    process.destroyForcibly().waitFor();
    Outcome outcome = run(work, 3);
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(movable(RunBytes.of(RunBytes.latest(work)))).isEqualTo(movable(undisturbed));
    assertThat(Program.plain().run("audit", "verify", work + "/runs/latest").exitCode()).isZero();
  }

  @Test
  void aKilledWorkerIsReplacedAndNothingIsLostOrDoubled() throws IOException, InterruptedException {
    Path work = folder.resolve("worker-killed");
    Process process = Program.plain().start(words(work, 2));
    RunBytes.awaitLedgers(work, 1);
    process.children().findFirst().ifPresent(ProcessHandle::destroyForcibly);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(movable(RunBytes.of(RunBytes.latest(work)))).isEqualTo(movable(undisturbed));
  }

  @Test
  void runningAgainChangesNothing() throws IOException, InterruptedException {
    Path work = folder.resolve("one");
    SortedMap<String, Digest> before = RunBytes.of(RunBytes.latest(work));
    assertThat(run(work, 4).exitCode()).isZero();
    assertThat(RunBytes.of(RunBytes.latest(work))).isEqualTo(before);
  }
}
