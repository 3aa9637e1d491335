package dev.shardline.flow;

import dev.shardline.flow.ObjectRoom.Block;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;

/// Memory outside the heap that large objects are read into, one after the other: straight from the
/// kernel, into memory that need not be cleared for each, and that no collector has to find out
/// about. Safe for many threads.
public final class ObjectRooms {
  /// A smaller object is read into an array: it costs less than a loan does.
  private static final long WORTHWHILE_BYTES = 1 << 20;

  /// Objects of one data set differ a little in size; so not each longest one takes new memory.
  private static final long GRAIN = 1 << 20;

  /// An object takes at least one part of so many of the memory that it is lent.
  private static final int SPARE = 2;

  /// The part of what the heap may take that they take beside it, at most.
  private static final int SHARE = 4;

  private final long limit;

  /// What nobody uses, the longest unused first.
  private final Deque<Block> idle = new ArrayDeque<>();

  private long held;

  /// @param limit how many bytes all of them may take together
  public ObjectRooms(long limit) {
    this.limit = limit;
  }

  /// Those of this Java machine: a part of what the heap may take, beside it; none where it was not
  /// allowed to work with such memory (`--enable-native-access`).
  static ObjectRooms ofThisMachine() {
    boolean allowed = ObjectRooms.class.getModule().isNativeAccessEnabled();
    return new ObjectRooms(allowed ? Runtime.getRuntime().maxMemory() / SHARE : 0);
  }

  /// Memory for an object; empty if the object is small, or there would be too much.
  public Optional<ObjectRoom> lend(long bytes) {
    return bytes < WORTHWHILE_BYTES
        ? Optional.empty()
        : block(bytes).map(block -> ObjectRoom.within(block, bytes, this));
  }

  synchronized void giveBack(Block block) {
    idle.addLast(block);
  }

  synchronized long heldBytes() {
    return held;
  }

  private synchronized Optional<Block> block(long bytes) {
    Optional<Block> fitting =
        idle.stream()
            .filter(block -> block.bytes() >= bytes && block.bytes() / SPARE <= bytes)
            .min(Comparator.comparingLong(Block::bytes));
    if (fitting.isPresent()) {
      idle.remove(fitting.get());
      return fitting;
    }
    return fresh((bytes + GRAIN - 1) / GRAIN * GRAIN);
  }

  /// One that was too small or too large goes for each that comes, so that there are never more
  /// than were lent at once.
  private Optional<Block> fresh(long bytes) {
    free(idle.poll());
    while (held + bytes > limit && !idle.isEmpty()) {
      free(idle.poll());
    }
    if (held + bytes > limit) {
      return Optional.empty();
    }
    held += bytes;
    return Optional.of(Block.of(bytes));
  }

  private void free(Block block) {
    if (block != null) {
      held -= block.bytes();
      block.free();
    }
  }
}
