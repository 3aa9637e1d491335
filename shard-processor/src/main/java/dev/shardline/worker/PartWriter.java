package dev.shardline.worker;

import dev.shardline.commit.PartSpool;
import dev.shardline.commit.StagedSample;
import dev.shardline.failure.RetryableException;
import dev.shardline.failure.ShardlineException;
import dev.shardline.flow.Arrived;
import dev.shardline.flow.MemoryBudget;
import dev.shardline.flow.StoppedException;
import dev.shardline.flow.WorkerControl;
import dev.shardline.lineage.SampleEntry;
import dev.shardline.telemetry.Stage;
import dev.shardline.telemetry.WorkerMetrics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// Takes samples in manifest order, whatever the order in which they were done, and spools them;
/// gives full parts to the commit queue. For one thread.
final class PartWriter {
  private static final long SETTLE_NANOS = 200_000_000L;
  private static final Duration ABANDON_PAUSE = Duration.ofMillis(20);

  private final WorkerTally tally;
  private final CommitQueue commits;
  private final MemoryBudget budget;
  private final WorkerMetrics metrics;
  private final WorkerControl control;
  private final UnhurriedWait arrivals;
  private final SampleLog log = new SampleLog();
  private @Nullable PartSpool current;
  private long lastSettled = System.nanoTime();

  PartWriter(
      WorkerTally tally,
      CommitQueue commits,
      MemoryBudget budget,
      WorkerMetrics metrics,
      WorkerControl control) {
    this.tally = tally;
    this.commits = commits;
    this.budget = budget;
    this.metrics = metrics;
    this.control = control;
    this.arrivals = new UnhurriedWait(control);
  }

  /// Writes until nothing follows.
  ///
  /// @throws IOException if a sample could not be fetched or a part not be written
  /// @throws StoppedException if the part in work is to be abandoned
  void write(BlockingQueue<FlowEvent> events)
      throws IOException, InterruptedException, StoppedException {
    boolean more = true;
    while (more) {
      long waiting = System.nanoTime();
      FlowEvent event = control.take(events);
      metrics.spent(Stage.ORDER, waiting);
      more = handle(event);
    }
  }

  private boolean handle(FlowEvent event)
      throws IOException, InterruptedException, StoppedException {
    switch (event) {
      case FlowEvent.PartFoundDone found -> tally.foundDone(found.ledger());
      case FlowEvent.PartReused reused -> tally.reused(reused.ledger());
      case FlowEvent.PartNotReused(var part, String why) -> tally.notReused(part, why);
      case FlowEvent.PartBegun begun -> {
        current = begun.spool();
        begun.spool().samples().forEach(tally::count);
      }
      case FlowEvent.SampleComing coming -> append(spool(), await(coming.arrived()));
      case FlowEvent.PartEnded _ -> {
        PartSpool full = spool();
        current = null;
        commits.submit(full);
      }
      case FlowEvent.Failed failed -> throw ending(failed.cause());
      case FlowEvent.Ended _ -> {
        return false;
      }
    }
    return true;
  }

  private PartSpool spool() {
    if (current == null) {
      throw new IllegalStateException("A sample came before its part began");
    }
    return current;
  }

  private Arrived<StagedSample> await(CompletableFuture<Arrived<StagedSample>> arrived)
      throws IOException, InterruptedException, StoppedException {
    long waiting = System.nanoTime();
    try {
      return arrivals.get(arrived);
    } catch (ExecutionException failure) {
      throw ending(failure.getCause());
    } finally {
      metrics.spent(Stage.ORDER, waiting);
    }
  }

  private void append(PartSpool spool, Arrived<StagedSample> arrived) throws IOException {
    long start = System.nanoTime();
    try (StagedSample staged = arrived.result()) {
      spool.append(staged);
    }
    budget.release(arrived.heldBytes());
    SampleEntry entry = spool.samples().getLast();
    settle(spool);
    metrics.spent(Stage.SPOOL, start);
    log.tell(spool.part().part(), entry);
    tally.count(entry);
  }

  /// A few times a second.
  private void settle(PartSpool spool) throws IOException {
    long now = System.nanoTime();
    if (now - lastSettled > SETTLE_NANOS) {
      spool.settle();
      lastSettled = now;
    }
  }

  private static IOException ending(@Nullable Throwable cause) {
    return switch (cause) {
      case IOException io -> io;
      case ShardlineException known -> throw known;
      case OutOfMemoryError full ->
          throw new RetryableException(
              "The heap is full: give the program more memory, or the worker a smaller memory"
                  + " budget or fewer cores",
              full);
      case Error error -> throw error;
      case RuntimeException unforeseen -> throw unforeseen;
      case null, default -> throw new IllegalStateException(cause);
    };
  }

  /// Stops the feeder, and closes what it opened and nobody took. Takes events for as long as the
  /// feeder lives: one whose interruption was lost, as in a file that could not be closed, would
  /// wait for room for ever.
  static void abandon(BlockingQueue<FlowEvent> events, Thread feeding)
      throws IOException, InterruptedException {
    List<IOException> unclosed = new ArrayList<>();
    boolean ended;
    do {
      feeding.interrupt();
      ended = feeding.join(ABANDON_PAUSE);
      closeAll(events, unclosed);
    } while (!ended);
    if (!unclosed.isEmpty()) {
      throw unclosed.getFirst();
    }
  }

  private static void closeAll(BlockingQueue<FlowEvent> events, List<IOException> unclosed) {
    for (FlowEvent event = events.poll(); event != null; event = events.poll()) {
      if (event instanceof FlowEvent.PartBegun begun) {
        try {
          begun.spool().close();
        } catch (IOException failure) {
          unclosed.add(failure);
        }
      }
    }
  }

  /// Leaves the part in work for the next one on the same disk.
  void close() throws IOException {
    if (current != null) {
      current.close();
      current = null;
    }
  }
}
