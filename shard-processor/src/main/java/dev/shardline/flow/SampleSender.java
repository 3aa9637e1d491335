package dev.shardline.flow;

import dev.shardline.dataset.Sample;
import dev.shardline.dataset.Split;
import dev.shardline.telemetry.Counter;
import dev.shardline.telemetry.WorkerMetrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

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
  private final Semaphore fetches;
  private final WorkerMetrics metrics;
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
    this.fetches = new Semaphore(fetches);
    this.fetcher =
        new SampleFetcher(
            need,
            new ObjectReader(source, threads.fetching(), metrics),
            new RangeAccess(threads.fetching(), scratch),
            budget,
            metrics);
  }

  /// Sends a sample; waits while too many are being read. Permits are taken in the order of the
  /// samples, so that whoever waits for memory never keeps an earlier sample from being read.
  public CompletableFuture<Arrived<T>> send(Sample sample, Split split)
      throws InterruptedException {
    fetches.acquire();
    long ticket = tickets++;
    CompletableFuture<Arrived<T>> arrived = new CompletableFuture<>();
    metrics.add(Counter.SAMPLES_IN_FLIGHT, 1);
    threads.fetching().execute(() -> fetch(sample, split, ticket, arrived));
    return arrived;
  }

  private void fetch(
      Sample sample, Split split, long ticket, CompletableFuture<Arrived<T>> arrived) {
    try {
      FetchedSample fetched = fetcher.fetch(sample, ticket);
      threads.cores().execute(() -> process(sample, split, fetched, arrived));
    } catch (UnusableSampleException unusable) {
      metrics.add(Counter.SAMPLES_IN_FLIGHT, -1);
      arrived.complete(new Arrived<>(work.unusable(sample, unusable), 0));
    } catch (IOException | InterruptedException | RuntimeException | Error failure) {
      metrics.add(Counter.SAMPLES_IN_FLIGHT, -1);
      arrived.completeExceptionally(failure);
    } finally {
      fetches.release();
    }
  }

  private void process(
      Sample sample, Split split, FetchedSample fetched, CompletableFuture<Arrived<T>> arrived) {
    try {
      T result = work.process(sample, split, fetched.source());
      long held = Math.min(work.heldBytes(result), fetched.memory().workingBytes());
      budget.leave(fetched.memory(), held);
      oldGeneration.ifPresent(OldGeneration::limit);
      metrics.add(Counter.SAMPLES_IN_FLIGHT, -1);
      arrived.complete(new Arrived<>(result, held));
    } catch (RuntimeException | Error failure) {
      metrics.add(Counter.SAMPLES_IN_FLIGHT, -1);
      arrived.completeExceptionally(failure);
    }
  }
}
