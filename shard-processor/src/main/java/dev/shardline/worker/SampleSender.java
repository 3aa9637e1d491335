package dev.shardline.worker;

import dev.shardline.commit.StagedSample;
import dev.shardline.dataset.Sample;
import dev.shardline.dataset.Split;
import dev.shardline.worker.FlowEvent.Arrived;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/// Sends samples on their way: fetched on threads that wait cheaply, processed on the cores.
/// Samples are sent by one thread; they arrive in any order.
final class SampleSender {
  private final WorkerThreads threads;
  private final SampleFetcher fetcher;
  private final SampleProcessor processor;
  private final MemoryBudget budget;
  private final Semaphore fetches;
  private long tickets;

  /// @param fetches how many samples are read at once
  SampleSender(
      WorkerThreads threads,
      SampleFetcher fetcher,
      SampleProcessor processor,
      MemoryBudget budget,
      int fetches) {
    this.threads = threads;
    this.fetcher = fetcher;
    this.processor = processor;
    this.budget = budget;
    this.fetches = new Semaphore(fetches);
  }

  /// Sends a sample; waits while too many are being read. Permits are taken in the order of the
  /// samples, so that whoever waits for memory never keeps an earlier sample from being read.
  CompletableFuture<Arrived> send(Sample sample, Split split) throws InterruptedException {
    fetches.acquire();
    long ticket = tickets++;
    CompletableFuture<Arrived> arrived = new CompletableFuture<>();
    threads.fetching().execute(() -> fetch(sample, split, ticket, arrived));
    return arrived;
  }

  private void fetch(Sample sample, Split split, long ticket, CompletableFuture<Arrived> arrived) {
    try {
      FetchedSample fetched = fetcher.fetch(sample, ticket);
      threads.cores().execute(() -> process(sample, split, fetched, arrived));
    } catch (UnusableSampleException unusable) {
      arrived.complete(new Arrived(SampleProcessor.unusable(sample, unusable), 0));
    } catch (IOException | InterruptedException | RuntimeException | Error failure) {
      arrived.completeExceptionally(failure);
    } finally {
      fetches.release();
    }
  }

  private void process(
      Sample sample, Split split, FetchedSample fetched, CompletableFuture<Arrived> arrived) {
    try {
      StagedSample staged = processor.process(sample, split, fetched.bytes());
      long held = Math.min(staged.encodedBytes(), fetched.reservedBytes());
      budget.release(fetched.reservedBytes() - held);
      arrived.complete(new Arrived(staged, held));
    } catch (RuntimeException | Error failure) {
      arrived.completeExceptionally(failure);
    }
  }
}
