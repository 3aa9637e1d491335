package dev.shardline.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.telemetry.Counter;
import dev.shardline.telemetry.WorkerMetrics;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
  private static final long MEBIBYTE = 1 << 20;

  private final WorkerMetrics metrics = new WorkerMetrics();
  private long tickets;

  /// Asks for bytes without waiting for them: an interrupted thread is never let wait.
  private void ask(MemoryBudget budget, long bytes) {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> budget.admit(tickets++, bytes))
        .isInstanceOf(InterruptedException.class);
  }

  private long inFlight() {
    return metrics.value(Counter.BYTES_IN_FLIGHT);
  }

  @Test
  void letsInWhatFitsAndTheNextWhenRoomIsGivenBack() {
    MemoryBudget budget = new MemoryBudget(100, 4, metrics);
    ask(budget, 60);
    ask(budget, 50);
    ask(budget, 10);
    assertThat(inFlight()).as("10 would fit, but 50 come first").isEqualTo(60);

    budget.release(60);
    assertThat(inFlight()).isEqualTo(60);
  }

  @Test
  void readsAheadForItsCoresOnlyHoweverMuchFits() {
    for (int cores = 1; cores <= 3; cores++) {
      MemoryBudget budget = new MemoryBudget(1L << 40, cores, metrics);
      tickets = 0;
      for (int i = 0; i < 40; i++) {
        ask(budget, 100 * MEBIBYTE);
      }
      long reached = inFlight();
      assertThat(reached).isBetween(cores * 512 * MEBIBYTE, (cores * 512 + 100) * MEBIBYTE);

      budget.release(100 * MEBIBYTE);
      assertThat(inFlight()).as("the next one came for the one that went").isEqualTo(reached);
      metrics.add(Counter.BYTES_IN_FLIGHT, -reached);
    }
  }

  @Test
  void keepsEachCoreBusyWithTheLargestSamples() {
    MemoryBudget budget = new MemoryBudget(1L << 50, 4, metrics);
    for (int i = 0; i < 40; i++) {
      ask(budget, 10_000 * MEBIBYTE);
    }
    assertThat(inFlight()).isEqualTo((2 * 4 + 1) * 10_000 * MEBIBYTE);
  }

  @Test
  void oneSampleAsLargeAsTheBudgetIsLetIn() {
    MemoryBudget budget = new MemoryBudget(4_000 * MEBIBYTE, 1, metrics);
    ask(budget, 4_000 * MEBIBYTE);
    assertThat(inFlight()).isEqualTo(4_000 * MEBIBYTE);

    assertThatThrownBy(() -> budget.admit(1, 4_001 * MEBIBYTE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
