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

  /// How far it may grow for each core: half of what a volume of 256 x 256 x 180 leaves behind. A
  /// collection stops all cores for as long as a tenth of such a volume takes one of them.
  private static final long GROWTH = 32L << 20;

  private final int cores;
  private final LongSupplier used;
  private final LongSupplier usedAfterCollection;
  private final Runnable collection;
  private final ReentrantLock lock = new ReentrantLock();

  /// @param cores that work on samples
  /// @param used bytes now
  /// @param usedAfterCollection bytes when it was collected last; 0 before
  /// @param collection collects it
  OldGeneration(
      int cores, LongSupplier used, LongSupplier usedAfterCollection, Runnable collection) {
    this.cores = cores;
    this.used = used;
    this.usedAfterCollection = usedAfterCollection;
    this.collection = collection;
  }

  /// The one of this Java machine; empty where its collector needs no help.
  ///
  /// @param cores that work on samples
  static Optional<OldGeneration> ofThisMachine(int cores) {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> GROWING.contains(pool.getName()))
        .findFirst()
        .map(pool -> of(cores, pool));
  }

  private static OldGeneration of(int cores, MemoryPoolMXBean pool) {
    return new OldGeneration(
        cores,
        () -> pool.getUsage().getUsed(),
        () -> pool.getCollectionUsage().getUsed(),
        System::gc);
  }

  /// Collects it if it has grown too much since the last time. Called when a sample has left its
  /// core, and left nothing but garbage there.
  void limit() {
    if (hasOutgrown() && lock.tryLock()) {
      try {
        // Another core may have collected in between.
        if (hasOutgrown()) {
          collection.run();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private boolean hasOutgrown() {
    return used.getAsLong() - usedAfterCollection.getAsLong() > cores * GROWTH;
  }
}
