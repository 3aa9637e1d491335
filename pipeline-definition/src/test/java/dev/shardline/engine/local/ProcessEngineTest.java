package dev.shardline.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessEngineTest {
  private static final Duration PERIOD = Duration.ofMillis(20);

  @TempDir private Path folder = Path.of("");

  private List<WorkerExit> run(int count, int attempts, IntFunction<String> script)
      throws IOException {
    return new ProcessEngine(
            rank -> List.of("sh", "-c", script.apply(rank)), folder.resolve("logs"), attempts)
        .run(count, PERIOD, () -> {});
  }

  @Test
  void allWorkersAreAwaitedThoughOneEndsAtOnce() throws IOException {
    List<WorkerExit> exits =
        run(3, 1, rank -> rank == 0 ? "exit 0" : "sleep 0.3; touch " + folder + "/done-" + rank);
    assertThat(exits).allMatch(WorkerExit::succeeded);
    assertThat(folder.resolve("done-1")).exists();
    assertThat(folder.resolve("done-2")).exists();
  }

  @Test
  void aKilledWorkerIsStartedAgain() throws IOException {
    String once = "test -f %1$s/killed || { touch %1$s/killed; kill -9 $$; }".formatted(folder);
    assertThat(run(1, 3, _ -> once))
        .containsExactly(
            new WorkerExit(0, 0, 2, folder.resolve("logs/worker-00000.2.log"), List.of()));
  }

  @Test
  void aPermanentFailureIsNotTriedAgain() throws IOException {
    assertThat(run(1, 3, _ -> "exit 42"))
        .extracting(WorkerExit::exitCode, WorkerExit::attempts)
        .containsExactly(tuple(42, 1));
  }

  @Test
  void retriesEnd() throws IOException {
    assertThat(run(1, 3, _ -> "kill -9 $$"))
        .extracting(WorkerExit::exitCode, WorkerExit::attempts)
        .containsExactly(tuple(137, 3));
  }

  @Test
  void standardErrorIsKeptForEachAttempt() throws IOException {
    List<WorkerExit> exits = run(2, 1, rank -> "echo rank " + rank + " >&2; exit 2");
    assertThat(Files.readString(exits.get(1).log())).isEqualTo("rank 1\n");
    assertThat(exits.get(1).lastWords()).containsExactly("rank 1");
  }

  @Test
  void theLastWordsAreKeptThoughNoFileCanBe() throws IOException {
    Files.createDirectories(folder.resolve("logs/worker-00000.1.log"));
    List<WorkerExit> exits = run(1, 1, _ -> "seq 1 100 >&2; exit 1");
    assertThat(exits.getFirst().lastWords()).hasSize(15).endsWith("99", "100");
  }

  @Test
  void aWorkersStandardInputStaysOpenWhileItsStarterLives() throws IOException {
    assertThat(run(1, 1, _ -> "timeout 0.2 cat; test $? = 124")).allMatch(WorkerExit::succeeded);
  }
}
