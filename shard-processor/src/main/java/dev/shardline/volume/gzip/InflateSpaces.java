package dev.shardline.volume.gzip;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/// Memory outside the heap that threads borrow, one space each, and that is used again: fresh
/// memory of this size costs a good part of what it is needed for. All spaces together never take
/// more than a limit. Safe for many threads.
final class InflateSpaces {
  private final long limit;
  private final Supplier<InflateSpace> first;
  private final Deque<InflateSpace> idle = new ArrayDeque<>();
  private long held;

  /// @param limit in bytes
  /// @param first makes a space without room
  InflateSpaces(long limit, Supplier<InflateSpace> first) {
    this.limit = limit;
    this.first = first;
  }

  /// A space with room for so much; empty if that would exceed the limit. To be given back.
  synchronized Optional<InflateSpace> borrow(long inputBytes, long outputBytes) {
    InflateSpace space = idle.isEmpty() ? first.get() : idle.pop();
    long grown = held - space.bytes() + space.bytesWith(inputBytes, outputBytes);
    if (inputBytes > limit || outputBytes > limit || grown > limit) {
      idle.push(space);
      return Optional.empty();
    }
    held = grown;
    return Optional.of(space.with(inputBytes, outputBytes));
  }

  synchronized void giveBack(InflateSpace space) {
    idle.push(space);
  }

  synchronized long heldBytes() {
    return held;
  }
}
