package dev.shardline.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WaitingThreadsTest {
  private static final CountDownLatch LOADED = new CountDownLatch(1);

  /// A class that is not loaded until [#LOADED].
  private static final class Slow {
    static final int NUMBER = load();

    private static int load() {
      try {
        return LOADED.await(20, TimeUnit.SECONDS) ? 1 : 0;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return 0;
      }
    }
  }

  @Test
  @Timeout(600)
  void manyThatWaitForAClassDoNotKeepTheOneFromRunningThatTheyWaitFor() throws Exception {
    int waiting = 4 * Runtime.getRuntime().availableProcessors();
    try (ExecutorService pool = WaitingThreads.pool("test")) {
      CountDownLatch begun = new CountDownLatch(1);
      List<Future<Integer>> numbers = new ArrayList<>();
      for (int i = 0; i < waiting; i++) {
        numbers.add(
            pool.submit(() -> {
              begun.countDown();
              return Slow.NUMBER;
            }));
      }
      begun.await();
      Future<?> other = pool.submit(LOADED::countDown);

      for (Future<Integer> number : numbers) {
        assertThat(number.get()).isEqualTo(1);
      }
      assertThat(other.get()).isNull();
    }
  }

  @Test
  void noneKeepsTheProgramFromEnding() throws Exception {
    assertThat(WaitingThreads.of("one", () -> {}).isDaemon()).isTrue();
    try (ExecutorService pool = WaitingThreads.pool("test")) {
      assertThat(pool.submit(() -> Thread.currentThread().isDaemon()).get()).isTrue();
    }
  }
}
