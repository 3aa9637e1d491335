package dev.shardline.duplicates;

import dev.shardline.digest.StableHash;

/// A growing set of numbers other than 0, eight to sixteen bytes each. For one thread.
final class LongSet {
  private static final int FIRST_SLOTS = 1 << 10;

  private long[] slots = new long[FIRST_SLOTS];
  private int size;

  /// Adds a number.
  ///
  /// @return whether it was not there before
  boolean add(long value) {
    int mask = slots.length - 1;
    int slot = (int) StableHash.mix(value) & mask;
    while (slots[slot] != 0) {
      if (slots[slot] == value) {
        return false;
      }
      slot = slot + 1 & mask;
    }
    slots[slot] = value;
    size++;
    if (size * 2L > slots.length) {
      grow();
    }
    return true;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[Math.multiplyExact(old.length, 2)];
    int mask = slots.length - 1;
    for (long value : old) {
      if (value != 0) {
        int slot = (int) StableHash.mix(value) & mask;
        while (slots[slot] != 0) {
          slot = slot + 1 & mask;
        }
        slots[slot] = value;
      }
    }
  }
}
