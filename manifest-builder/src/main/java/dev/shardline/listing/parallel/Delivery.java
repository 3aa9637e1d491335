package dev.shardline.listing.parallel;

import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.PackedSummaries;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Hands over what the frontier has, in order. For one thread.
final class Delivery {
  private final ParallelListing.Pages consumer;
  private final ListingProgress progress;
  private final long start = System.nanoTime();
  private long objects;
  private long bytes;

  Delivery(ParallelListing.Pages consumer, ListingProgress progress) {
    this.consumer = consumer;
    this.progress = progress;
  }

  void deliver(Frontier frontier) throws IOException {
    for (Optional<List<ObjectSummary>> next = take(frontier);
        next.isPresent();
        next = take(frontier)) {
      hand(next.get(), frontier.requests());
    }
  }

  private static Optional<List<ObjectSummary>> take(Frontier frontier) throws IOException {
    try {
      return frontier.take();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while listing");
    }
  }

  private static long bytes(List<ObjectSummary> found) {
    return found instanceof PackedSummaries packed
        ? packed.bytes()
        : found.stream().mapToLong(ObjectSummary::bytes).sum();
  }

  private void hand(List<ObjectSummary> found, long requests) throws IOException {
    consumer.accept(found);
    objects += found.size();
    bytes += bytes(found);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    progress.advanced(new ListingStatus(objects, bytes, requests, elapsed));
  }
}
