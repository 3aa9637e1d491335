package dev.shardline.signal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// Room for blocks that are filled, read and forgotten: a thread uses its own again, so that it is
/// neither cleared nor, mostly, out of the caches. A thread keeps two rooms, of 16 MiB together at
/// most.
final class BlockRoom {
  private static final int MOST_VALUES = (16 << 20) / Float.BYTES;
  private static final int MOST_ROOMS = 2;
  private static final ThreadLocal<BlockRoom> OWN = ThreadLocal.withInitial(BlockRoom::new);

  /// Those that nobody uses; what was lent last is lent first.
  private final Deque<LaneRoom> free = new ArrayDeque<>();

  private BlockRoom() {}

  /// Lends a block to be filled, which may hold anything; nobody may keep it.
  static void lend(int signals, int timePoints, Consumer<LaneBlock> use) {
    BlockRoom own = OWN.get();
    LaneRoom room = own.take(Math.multiplyExact(signals, timePoints));
    use.accept(LaneBlock.within(room, signals, timePoints));
    own.giveBack(room);
  }

  private LaneRoom take(int values) {
    LaneRoom last = free.poll();
    if (last == null || last.length() < values) {
      return new LaneRoom(values);
    }
    last.settle();
    return last;
  }

  private void giveBack(LaneRoom room) {
    int kept = free.stream().mapToInt(LaneRoom::length).sum();
    if (free.size() < MOST_ROOMS && room.length() <= MOST_VALUES - kept) {
      free.push(room);
    }
  }
}
