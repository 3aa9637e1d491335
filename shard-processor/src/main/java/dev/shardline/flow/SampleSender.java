package dev.shardline.flow;

import dev.shardline.dataset.Sample;
import dev.shardline.dataset.Split;
import dev.shardline.flow.SampleFetcher.Announced;
import dev.shardline.recipe.SourceObjects;
import dev.shardline.telemetry.Counter;
import dev.shardline.telemetry.Stage;
import dev.shardline.telemetry.WorkerMetrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/// Sends samples on their way: fetched on threads that wait cheaply, processed on the cores.
/// Samples are sent by one thread; they arrive in any order.
///
/// @param <T> what becomes of a sample
public final class SampleSender<T> {
  private final WorkerThreads threads;
  private final SampleFetcher fetcher;
  private final SampleWork<T> work;
  private final MemoryBudget budget;
  private final Optional<OldGeneration> oldGeneration;
  private final ReadAhead ahead;
  private final WorkerMetrics metrics;
  private final AtomicLong untaken = new AtomicLong();
  private long tickets;

  /// @param source where the samples' bytes come from
  /// @param need tells what a sample needs before it is let in
  /// @param fetches how many samples are read at once
  /// @param scratch where samples go that memory does not hold
  public SampleSender(
      WorkerThreads threads,
      SampleSource source,
      SampleNeed need,
      SampleWork<T> work,
      MemoryBudget budget,
      int fetches,
      Path scratch,
      WorkerMetrics metrics) {
    this.threads = threads;
    this.work = work;
    this.budget = budget;
    this.oldGeneration = OldGeneration.ofThisMachine(budget.cores());
    this.metrics = metrics;
    this.ahead = new ReadAhead(fetches);
    ObjectReader reader = new ObjectReader(source, threads.fetching(), metrics);
    this.fetcher =
        new SampleFetcher(
            need,
            reader,
            new WholeObjects(reader, ObjectRooms.ofThisMachine(), this::makeFor),
            new RangeAccess(threads.fetching(), scratch),
            budget.capacity(),
            metrics);
  }

  /// Sends a sample; waits while enough are read ahead. Leave to read is taken in the order of the
  /// samples, so that whoever waits for memory never keeps an earlier sample from being read.
  public CompletableFuture<Arrived<T>> send(Sample sample, Split split)
      throws InterruptedException {
    ahead.begin();
    metrics.add(Counter.SAMPLES_IN_FLIGHT, 1);
    Sent sent = new Sent(sample, split, tickets++);
    threads.fetching().execute(sent::look);
    return sent.arrived;
  }

  private void makeFor(long bytes) {
    oldGeneration.ifPresent(generation -> generation.makeFor(bytes, taken()));
  }

  /// The most of the heap that samples on their way can take together now.
  private long taken() {
    return budget.bytesInFlight() - untaken.get();
  }

  /// A sample on its way.
  private final class Sent {
    private final Sample sample;
    private final Split split;
    private final long ticket;
    private final CompletableFuture<Arrived<T>> arrived = new CompletableFuture<>();

    Sent(Sample sample, Split split, long ticket) {
      this.sample = sample;
      this.split = split;
      this.ticket = ticket;
    }

    void look() {
      Announced announced;
      try {
        announced = fetcher.look(sample);
      } catch (IOException
          | UnusableSampleException
          | InterruptedException
          | RuntimeException
          | Error failure) {
        ahead.end();
        budget.pass(ticket);
        fail(failure);
        return;
      }
      long waiting = System.nanoTime();
      ahead.waits();
      budget.admit(
          ticket,
          announced.memory(),
          () -> {
            metrics.spent(Stage.ADMISSION, waiting);
            ahead.letIn();
            admitted(announced);
          });
    }

    /// What was read whole comes to the cores' queue on whichever thread this is.
    private void admitted(Announced announced) {
      if (announced.isWhole()) {
        fetch(announced);
        return;
      }
      try {
        threads.fetching().execute(() -> fetch(announced));
      } catch (RejectedExecutionException ended) {
        unread(announced, ended);
      }
    }

    private void fetch(Announced announced) {
      try {
        FetchedSample fetched = fetcher.fetch(announced);
        untaken.addAndGet(fetched.untakenBytes());
        threads.cores().execute(() -> process(fetched));
        ahead.end();
      } catch (IOException
          | UnusableSampleException
          | InterruptedException
          | RuntimeException
          | Error failure) {
        unread(announced, failure);
      }
    }

    private void unread(Announced announced, Throwable failure) {
      ahead.end();
      budget.leave(announced.memory(), 0);
      fail(failure);
    }

    private void process(FetchedSample fetched) {
      untaken.addAndGet(-fetched.untakenBytes());
      try {
        makeFor(fetched.memory().decodingBytes());
        T result = worked(fetched);
        long held = Math.min(work.heldBytes(result), fetched.memory().workingBytes());
        budget.leave(fetched.memory(), held);
        oldGeneration.ifPresent(generation -> generation.limit(taken()));
        metrics.add(Counter.SAMPLES_IN_FLIGHT, -1);
        arrived.complete(new Arrived<>(result, held));
      } catch (RuntimeException | Error failure) {
        fail(failure);
      }
    }

    private T worked(FetchedSample fetched) {
      try (SourceObjects source = fetched.source()) {
        return work.process(sample, split, source, SampleSender.this::makeFor);
      }
    }

    private void fail(Throwable failure) {
      metrics.add(Counter.SAMPLES_IN_FLIGHT, -1);
      if (failure instanceof UnusableSampleException unusable) {
        arrived.complete(new Arrived<>(work.unusable(sample, unusable), 0));
      } else {
        arrived.completeExceptionally(failure);
      }
    }
  }
}
