package dev.shardline.listing.parallel;

import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.StoreProvider;
import dev.shardline.threads.WaitingThreads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/// Lists everything under some prefixes with many requests at once.
///
/// A server gives keys only in order, a page at a time. So pages are asked for at places in the key
/// space that are guessed: the folders that a delimiter probe finds, and, within a folder, keys
/// that lie about a page further on, judging by how densely the last page's keys lay. A wrong guess
/// costs an overlapping answer, never a missed key: an answer covers all keys from where it was
/// asked for up to its last one, and what no answer covers is asked for again.
///
/// Held in memory are at most four pages (of 1,000 objects) for each request at once. What is
/// delivered does not depend on the number of requests or on their timing. Safe for many threads.
public final class ParallelListing {
  /// Takes what was found.
  @FunctionalInterface
  public interface Pages {
    /// Takes the next objects, at least one; called by the thread that called [#list].
    void accept(List<ObjectSummary> objects) throws IOException;
  }

  private static final int PAGES_HELD_FOR_EACH_REQUEST = 4;

  private final StoreProvider stores;
  private final int requestsAtOnce;
  private final ListingProgress progress;

  /// @param requestsAtOnce 64 is enough to be limited by this machine and not by the network
  public ParallelListing(StoreProvider stores, int requestsAtOnce, ListingProgress progress) {
    if (requestsAtOnce < 1) {
      throw new IllegalArgumentException("At least 1 request at once, not " + requestsAtOnce);
    }
    this.stores = stores;
    this.requestsAtOnce = requestsAtOnce;
    this.progress = progress;
  }

  /// Gives every object under any of `prefixes` once, in the order of locations. Prefixes may
  /// overlap.
  ///
  /// @throws java.nio.file.AccessDeniedException if listing is not permitted; names all prefixes
  ///   for which that was found out
  /// @throws IOException the first failure of a request, the others suppressed within it; or where
  ///   the server does not list in the order of UTF-8 bytes
  public void list(List<ObjectLocation> prefixes, Pages inOrder) throws IOException {
    Frontier frontier =
        new Frontier(
            disjoint(prefixes).stream().map(prefix -> new Territory(prefix, stores)).toList(),
            Math.multiplyExact(requestsAtOnce, PAGES_HELD_FOR_EACH_REQUEST));
    ExecutorService threads = WaitingThreads.pool("list");
    try {
      for (int i = 0; i < requestsAtOnce; i++) {
        threads.execute(new ListingThread(frontier));
      }
      new Delivery(inOrder, progress).deliver(frontier);
    } finally {
      frontier.stop();
      threads.shutdownNow();
      threads.close();
    }
  }

  private static List<ObjectLocation> disjoint(List<ObjectLocation> prefixes) {
    List<ObjectLocation> disjoint = new ArrayList<>();
    for (ObjectLocation prefix : prefixes.stream().sorted().toList()) {
      if (disjoint.isEmpty() || !disjoint.getLast().contains(prefix)) {
        disjoint.add(prefix);
      }
    }
    return disjoint;
  }
}
