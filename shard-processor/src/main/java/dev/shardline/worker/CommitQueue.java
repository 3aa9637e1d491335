package dev.shardline.worker;

import dev.shardline.commit.CommitOutcome;
import dev.shardline.commit.PartCommitter;
import dev.shardline.commit.PartSealer;
import dev.shardline.commit.PartSpool;
import dev.shardline.commit.StagedPart;
import dev.shardline.dataset.PartId;
import dev.shardline.flow.StoppedException;
import dev.shardline.flow.WorkerControl;
import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.ShardEntry;
import dev.shardline.telemetry.Counter;
import dev.shardline.telemetry.PartCommittedEvent;
import dev.shardline.telemetry.Stage;
import dev.shardline.telemetry.WorkerMetrics;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/// Seals and publishes full parts beside the work on the next ones, a few at once. For one thread.
final class CommitQueue {
  /// Parts under way: sealing is one thread's work, so many at once keep up with all cores.
  private final int most;

  private final ExecutorService threads;
  private final PartSealer sealer;
  private final PartCommitter committer;
  private final WorkerMetrics metrics;
  private final WorkerControl control;
  private final Deque<Future<Ledger>> running = new ArrayDeque<>();
  private final List<PartId> committed = new ArrayList<>();
  private final WorkerTally tally;

  /// @param most how many parts are sealed and published at once
  CommitQueue(
      int most,
      ExecutorService threads,
      PartSealer sealer,
      PartCommitter committer,
      WorkerTally tally,
      WorkerMetrics metrics,
      WorkerControl control) {
    this.most = most;
    this.threads = threads;
    this.sealer = sealer;
    this.committer = committer;
    this.tally = tally;
    this.metrics = metrics;
    this.control = control;
  }

  /// Begins to commit a part; waits first if too many are under way.
  ///
  /// @throws IOException if an earlier one could not be committed
  void submit(PartSpool spool) throws IOException, InterruptedException, StoppedException {
    while (running.size() >= most) {
      awaitFirst();
    }
    running.add(threads.submit(() -> commit(spool)));
  }

  /// Waits for all.
  ///
  /// @return every part, in the order in which they came
  List<PartId> awaitAll() throws IOException, InterruptedException, StoppedException {
    while (!running.isEmpty()) {
      awaitFirst();
    }
    return committed();
  }

  /// The parts known to be committed so far, in the order in which they came.
  List<PartId> committed() {
    return List.copyOf(committed);
  }

  private void awaitFirst() throws IOException, InterruptedException, StoppedException {
    try {
      Ledger ledger = control.get(running.element());
      running.remove();
      tally.committed(ledger);
      committed.add(ledger.header().part());
    } catch (ExecutionException failure) {
      throw asThrown(failure);
    }
  }

  private static IOException asThrown(ExecutionException failure) {
    return switch (failure.getCause()) {
      case IOException io -> io;
      case RuntimeException known -> throw known;
      case Error error -> throw error;
      case null, default -> throw new IllegalStateException(failure);
    };
  }

  private Ledger commit(PartSpool spool) throws IOException {
    try (spool) {
      PartCommittedEvent event = new PartCommittedEvent();
      event.begin();
      long sealing = System.nanoTime();
      StagedPart staged = sealer.seal(spool);
      metrics.spent(Stage.SEAL, sealing);
      long publishing = System.nanoTime();
      CommitOutcome outcome = committer.commit(staged);
      metrics.spent(Stage.PUBLISH, publishing);
      metrics.add(Counter.PARTS_COMMITTED, 1);
      long bytes = outcome.ledger().shards().stream().mapToLong(ShardEntry::bytes).sum();
      metrics.add(Counter.BYTES_WRITTEN, bytes);
      event.end(outcome.ledger().header().part().toString(), bytes);
      metrics.add(
          Counter.RECORDS_WRITTEN,
          outcome.ledger().shards().stream().mapToLong(ShardEntry::records).sum());
      spool.delete();
      return outcome.ledger();
    }
  }
}
