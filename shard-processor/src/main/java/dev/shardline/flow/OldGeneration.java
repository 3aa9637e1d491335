package dev.shardline.flow;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// Keeps the heap as large as the work needs, not as large as it may become. The serial and the
/// parallel collector let the old generation grow to its limit before they look into it. Arrays of
/// tens of megabytes go there at once and are garbage a moment later: a worker on volumes would
/// take gigabytes that nobody needs, and on machines that are given memory when they first touch
/// it, touching it takes longer than the work. Safe for many threads.
final class OldGeneration {
  /// The pools of the two collectors; the others look after theirs.
  private static final Set<String> GROWING = Set.of("Tenured Gen", "PS Old Gen");

  /// Less garbage than this is not worth a collection.
  private static final long LEAST_GARBAGE = 128L << 20;

  private final LongSupplier used;
  private final LongSupplier usedAfterCollection;
  private final Runnable collection;
  private final ReentrantLock lock = new ReentrantLock();

  /// @param used bytes now
  /// @param usedAfterCollection bytes when it was collected last; 0 before
  /// @param collection collects it
  OldGeneration(LongSupplier used, LongSupplier usedAfterCollection, Runnable collection) {
    this.used = used;
    this.usedAfterCollection = usedAfterCollection;
    this.collection = collection;
  }

  /// The one of this Java machine; empty where its collector needs no help.
  static Optional<OldGeneration> ofThisMachine() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> GROWING.contains(pool.getName()))
        .findFirst()
        .map(OldGeneration::of);
  }

  private static OldGeneration of(MemoryPoolMXBean pool) {
    return new OldGeneration(
        () -> pool.getUsage().getUsed(), () -> pool.getCollectionUsage().getUsed(), System::gc);
  }

  /// Collects it if it has grown since the last time by more than the work at hand may need.
  ///
  /// @param neededBytes the most that samples on their way can take together
  void limit(long neededBytes) {
    if (hasOutgrown(neededBytes) && lock.tryLock()) {
      try {
        // Another core may have collected in between.
        if (hasOutgrown(neededBytes)) {
          collection.run();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private boolean hasOutgrown(long neededBytes) {
    return used.getAsLong() - usedAfterCollection.getAsLong()
        > Math.max(LEAST_GARBAGE, neededBytes);
  }
}
