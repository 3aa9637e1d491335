package dev.shardline.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.telemetry.Counter;
import dev.shardline.telemetry.WorkerMetrics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
  private static final long MEBIBYTE = 1 << 20;

  private final WorkerMetrics metrics = new WorkerMetrics();
  private long tickets;

  private void ask(MemoryBudget budget, SampleMemory memory) {
    budget.admit(tickets++, memory, () -> {});
  }

  private void ask(MemoryBudget budget, long bytes) {
    ask(budget, all(bytes));
  }

  /// A sample that needs as much while it waits as on a core.
  private static SampleMemory all(long bytes) {
    return new SampleMemory(bytes, bytes);
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

    budget.leave(all(60), 0);
    assertThat(inFlight()).isEqualTo(60);
  }

  @Test
  void tellsInTheOrderOfTheTicketsWhoIsLetIn() {
    MemoryBudget budget = new MemoryBudget(100, 4, metrics);
    List<String> letIn = new ArrayList<>();
    budget.admit(2, all(10), () -> letIn.add("third"));
    budget.admit(1, all(60), () -> letIn.add("second"));
    assertThat(letIn).as("the first has not asked yet").isEmpty();

    budget.admit(0, all(50), () -> letIn.add("first"));
    assertThat(letIn).containsExactly("first");

    budget.leave(all(50), 20);
    assertThat(letIn).containsExactly("first", "second", "third");
  }

  @Test
  void whoIsLetInMayGiveItsRoomToTheNext() {
    MemoryBudget budget = new MemoryBudget(100, 4, metrics);
    List<Integer> letIn = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      int number = i;
      budget.admit(
          4 - i,
          all(100),
          () -> {
            letIn.add(4 - number);
            budget.leave(all(100), 0);
          });
    }
    assertThat(letIn).containsExactly(0, 1, 2, 3, 4);
    assertThat(inFlight()).isZero();
  }

  @Test
  void countsWhatTheLargestNeedOnTheCoresAndOfTheOthersWhatTheyHold() {
    MemoryBudget budget = new MemoryBudget(100, 2, metrics);
    SampleMemory large = new SampleMemory(5, 35);
    SampleMemory small = new SampleMemory(5, 15);
    ask(budget, small);
    assertThat(inFlight()).isEqualTo(15);
    ask(budget, large);
    assertThat(inFlight()).isEqualTo(15 + 35);
    ask(budget, large);
    assertThat(inFlight()).as("the small one waits at best").isEqualTo(5 + 35 + 35);
    ask(budget, small);
    assertThat(inFlight()).isEqualTo(5 + 35 + 35 + 5);

    budget.leave(large, 4);
    assertThat(inFlight()).isEqualTo(5 + 35 + 4 + 15);
    budget.leave(large, 0);
    assertThat(inFlight()).isEqualTo(15 + 4 + 15);
    budget.release(4);
    budget.leave(small, 0);
    budget.leave(small, 0);
    assertThat(inFlight()).isZero();
  }

  /// Whatever comes and goes, the most that may be taken is what sorting all needs gives, and never
  /// more than there is.
  @Test
  void neverPromisesMoreThanThereIs() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      Model model = new Model(1000, 1 + random.nextInt(4));
      MemoryBudget budget = new MemoryBudget(1000, model.cores, metrics);
      tickets = 0;
      for (int i = 0; i < 200; i++) {
        int waiting = 1 + random.nextInt(80);
        SampleMemory memory = new SampleMemory(waiting, waiting + random.nextInt(200));
        model.coming.add(memory);
        ask(budget, memory);
      }
      model.letIn();
      while (!model.working.isEmpty()) {
        assertThat(inFlight())
            .as("seed %d", seed)
            .isEqualTo(model.most())
            .isLessThanOrEqualTo(1000);
        SampleMemory done = model.working.remove(random.nextInt(model.working.size()));
        long held = random.nextBoolean() ? 0 : done.waitingBytes();
        model.results.add(held);
        budget.leave(done, held);
        while (model.results.size() > 3 || model.working.isEmpty() && !model.results.isEmpty()) {
          budget.release(model.results.remove());
        }
        model.letIn();
      }
      assertThat(model.coming).as("seed %d", seed).isEmpty();
      assertThat(inFlight()).as("seed %d", seed).isZero();
    }
  }

  private static final class Model {
    private final long capacity;
    private final int cores;
    private final Deque<SampleMemory> coming = new ArrayDeque<>();
    private final List<SampleMemory> working = new ArrayList<>();
    private final Deque<Long> results = new ArrayDeque<>();

    Model(long capacity, int cores) {
      this.capacity = capacity;
      this.cores = cores;
    }

    void letIn() {
      boolean fits = !coming.isEmpty();
      while (fits) {
        working.add(coming.remove());
        fits = most() <= capacity;
        if (!fits) {
          coming.addFirst(working.removeLast());
        }
        fits &= !coming.isEmpty();
      }
    }

    long most() {
      return results.stream().mapToLong(held -> held).sum()
          + working.stream().mapToLong(SampleMemory::waitingBytes).sum()
          + working.stream()
              .map(memory -> memory.workingBytes() - memory.waitingBytes())
              .sorted(Comparator.reverseOrder())
              .limit(cores)
              .mapToLong(extra -> extra)
              .sum();
    }
  }

  @Test
  void readsAheadForItsCoresOnlyHoweverMuchFits() {
    for (int cores = 1; cores <= 3; cores++) {
      MemoryBudget budget = new MemoryBudget(1L << 40, cores, metrics);
      tickets = 0;
      for (int i = 0; i < 200; i++) {
        ask(budget, MEBIBYTE);
      }
      long reached = inFlight();
      assertThat(reached).isEqualTo(cores * 16 * MEBIBYTE);

      budget.leave(all(MEBIBYTE), 0);
      assertThat(inFlight()).as("the next one came for the one that went").isEqualTo(reached);
      metrics.add(Counter.BYTES_IN_FLIGHT, -reached);
    }
  }

  @Test
  void keepsEachCoreBusyWithTheLargestSamples() {
    MemoryBudget budget = new MemoryBudget(1L << 50, 4, metrics);
    for (int i = 0; i < 40; i++) {
      ask(budget, new SampleMemory(1_000 * MEBIBYTE, 10_000 * MEBIBYTE));
    }
    assertThat(inFlight()).isEqualTo((4 * 1_000 + 4 * 10_000) * MEBIBYTE);
  }

  @Test
  void oneSampleAsLargeAsTheBudgetIsLetIn() {
    MemoryBudget budget = new MemoryBudget(4_000 * MEBIBYTE, 1, metrics);
    ask(budget, 4_000 * MEBIBYTE);
    assertThat(inFlight()).isEqualTo(4_000 * MEBIBYTE);

    assertThatThrownBy(() -> budget.admit(1, all(4_001 * MEBIBYTE), () -> {}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> budget.admit(1, all(0), () -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
