package dev.shardline.flow;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Keeps the heap as large as the work needs, not as large as it may become. The serial and the
/// parallel collector let the old generation grow to its limit before they look into it. Arrays of
/// tens of megabytes go there at once and are garbage a moment later: a worker on volumes would
/// take gigabytes that nobody needs, and on machines that are given memory when they first touch
/// it, touching it takes longer than the work. Safe for many threads.
final class OldGeneration {
  /// The pools of the two collectors; the others look after theirs.
  private static final Set<String> GROWING = Set.of("Tenured Gen", "PS Old Gen");

  /// Growth for each core below which nobody looks into it after a sample: half of what a volume of
  /// 256 x 256 x 180 leaves behind.
  private static final long GROWTH = 32L << 20;

  /// Garbage that may lie beside what samples on their way can take, for each core, besides what
  /// the young generation holds.
  private static final long GARBAGE = 4L << 20;

  /// What is there of the old generation for each core anyway: collecting to stay below would take
  /// a tenth of the time of a volume of 256 x 256 x 180 once more.
  private static final long FLOOR = 96L << 20;

  /// What is needed, or was left behind, below this is not worth a collection.
  private static final long LARGE = 8L << 20;

  private final int cores;
  private final Pools pools;
  private final Runnable collection;
  private final ReentrantLock lock = new ReentrantLock();

  /// What is asked of the heap, in bytes.
  interface Pools {
    /// What the old generation holds now.
    long old();

    /// What it held when it was collected last; 0 before.
    long oldAfterCollection();

    /// What both generations hold now.
    long heap();

    /// What the young one may hold.
    long youngAtMost();
  }

  /// @param cores that work on samples
  /// @param collection collects both generations
  OldGeneration(int cores, Pools pools, Runnable collection) {
    this.cores = cores;
    this.pools = pools;
    this.collection = collection;
  }

  /// The one of this Java machine; empty where its collector needs no help.
  ///
  /// @param cores that work on samples
  static Optional<OldGeneration> ofThisMachine(int cores) {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> GROWING.contains(pool.getName()))
        .findFirst()
        .map(pool -> new OldGeneration(cores, new JavaPools(pool), System::gc));
  }

  /// Collects it if it has grown, and there would be too much garbage. Called when a sample has
  /// left its core, and left nothing but garbage there.
  ///
  /// @param inFlight the most that samples on their way can take together
  void limit(long inFlight) {
    collectIf(() -> grownBy() > cores * GROWTH && exceeds(0, inFlight));
  }

  /// Collects it before a sample takes more, if there would be too much garbage beside it.
  ///
  /// @param bytes the sample will need beside what there is
  /// @param inFlight the most that samples on their way can take together
  void makeFor(long bytes, long inFlight) {
    if (bytes >= LARGE) {
      collectIf(() -> grownBy() > LARGE && exceeds(bytes, inFlight));
    }
  }

  private long grownBy() {
    return pools.old() - pools.oldAfterCollection();
  }

  private boolean exceeds(long bytes, long inFlight) {
    long most = Math.max(inFlight + cores * GARBAGE, cores * FLOOR) + pools.youngAtMost();
    return pools.heap() + bytes > most;
  }

  private void collectIf(BooleanSupplier worthwhile) {
    if (worthwhile.getAsBoolean() && lock.tryLock()) {
      try {
        // Another core may have collected in between.
        if (worthwhile.getAsBoolean()) {
          collection.run();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private record JavaPools(MemoryPoolMXBean pool) implements Pools {
    @Override
    public long old() {
      return pool.getUsage().getUsed();
    }

    @Override
    public long oldAfterCollection() {
      return pool.getCollectionUsage().getUsed();
    }

    @Override
    public long heap() {
      Runtime runtime = Runtime.getRuntime();
      return runtime.totalMemory() - runtime.freeMemory();
    }

    @Override
    public long youngAtMost() {
      return Runtime.getRuntime().maxMemory() - pool.getUsage().getMax();
    }
  }
}
