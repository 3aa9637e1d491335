package dev.shardline.split;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/// Numbered things in the order of their hashes. As many leading bits of the hash as fit beside the
/// number decide; equal ones keep the order of their numbers.
public final class HashOrder {
  private static final int PARALLEL = 1 << 16;

  private HashOrder() {}

  /// The numbers below `count` that `chosen` takes, in the order of their hashes.
  public static int[] of(int count, IntToLongFunction hash, IntPredicate chosen) {
    int chosenCount = 0;
    for (int i = 0; i < count; i++) {
      chosenCount += chosen.test(i) ? 1 : 0;
    }
    int indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, count));
    long[] keys = new long[chosenCount];
    int next = 0;
    for (int i = 0; i < count; i++) {
      if (chosen.test(i)) {
        keys[next++] = hash.applyAsLong(i) >>> (indexBits + 1) << indexBits | i;
      }
    }
    if (keys.length >= PARALLEL) {
      Arrays.parallelSort(keys);
    } else {
      Arrays.sort(keys);
    }
    long mask = (1L << indexBits) - 1;
    int[] order = new int[chosenCount];
    Arrays.setAll(order, i -> (int) (keys[i] & mask));
    return order;
  }
}
