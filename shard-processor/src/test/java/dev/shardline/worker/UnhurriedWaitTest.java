package dev.shardline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.flow.StoppedException;
import dev.shardline.flow.WorkerControl;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
class UnhurriedWaitTest {
  private final WorkerControl control = new WorkerControl();
  private final UnhurriedWait wait = new UnhurriedWait(control);

  @Test
  void givesEveryResultInTurnHoweverSlowlyTheyCome() throws Exception {
    List<CompletableFuture<Integer>> results = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      results.add(new CompletableFuture<>());
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < results.size(); i++) {
        int number = i;
        var _ =
            threads.submit(() -> {
              Thread.sleep(number % 50 == 0 ? 20 : 0);
              return results.get(number).complete(number);
            });
      }
      for (int i = 0; i < results.size(); i++) {
        assertThat(wait.get(results.get(i))).isEqualTo(i);
      }
    }
  }

  @Test
  void givesFailuresAsTheyCame() {
    CompletableFuture<Integer> failed = CompletableFuture.failedFuture(new IOException("full"));
    assertThatThrownBy(() -> wait.get(failed))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("full");
  }

  @Test
  void endsWhenThePartIsAbandoned() throws Exception {
    Thread stopping =
        Thread.ofPlatform()
            .start(() -> {
              try {
                control.stop(Duration.ZERO);
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
    assertThatThrownBy(() -> wait.get(new CompletableFuture<>()))
        .isInstanceOf(StoppedException.class);
    control.ended();
    stopping.join();
  }
}
