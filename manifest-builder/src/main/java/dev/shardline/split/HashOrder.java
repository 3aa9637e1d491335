package dev.shardline.split;

import dev.shardline.column.RowRanges;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/// Numbered things in the order of their hashes. As many leading bits of the hash as fit beside the
/// number decide; equal ones keep the order of their numbers. Hashes are dealt into buckets by
/// their leading bits, and the few in each bucket are sorted; uneven hashes only take longer.
public final class HashOrder {
  /// Of even hashes a bucket has 16 to 32.
  private static final int BUCKET_BITS = 5;

  private final int indexBits;
  private final int bucketBits;
  private final IntToLongFunction hash;

  private HashOrder(int count, IntToLongFunction hash) {
    this.indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, count));
    this.bucketBits = Math.max(0, indexBits - BUCKET_BITS);
    this.hash = hash;
  }

  /// The numbers below `count` that `chosen` takes, in the order of their hashes.
  public static int[] of(int count, IntToLongFunction hash, IntPredicate chosen) {
    return new HashOrder(count, hash).sorted(count, chosen);
  }

  private int[] sorted(int count, IntPredicate chosen) {
    int[] ends = new int[1 << bucketBits];
    for (int i = 0; i < count; i++) {
      if (chosen.test(i)) {
        ends[bucket(key(i))]++;
      }
    }
    long[] keys = new long[startsOf(ends)];
    for (int i = 0; i < count; i++) {
      if (chosen.test(i)) {
        long key = key(i);
        keys[ends[bucket(key)]++] = key;
      }
    }
    RowRanges.map(ends.length, (from, to) -> sort(keys, ends, from, to));
    return numbers(keys);
  }

  /// A thing's number below the leading bits of its hash; never negative.
  private long key(int number) {
    return hash.applyAsLong(number) >>> (indexBits + 1) << indexBits | number;
  }

  private int bucket(long key) {
    return (int) (key >>> (Long.SIZE - 1 - bucketBits));
  }

  /// Turns the buckets' sizes into their starts.
  ///
  /// @return all sizes together
  private static int startsOf(int[] sizes) {
    int start = 0;
    for (int bucket = 0; bucket < sizes.length; bucket++) {
      int size = sizes[bucket];
      sizes[bucket] = start;
      start += size;
    }
    return start;
  }

  /// Sorts the keys of some buckets.
  ///
  /// @return how many keys these are
  private static int sort(long[] keys, int[] ends, int fromBucket, int toBucket) {
    int first = fromBucket == 0 ? 0 : ends[fromBucket - 1];
    int start = first;
    for (int bucket = fromBucket; bucket < toBucket; bucket++) {
      Arrays.sort(keys, start, ends[bucket]);
      start = ends[bucket];
    }
    return start - first;
  }

  private int[] numbers(long[] keys) {
    long mask = (1L << indexBits) - 1;
    int[] numbers = new int[keys.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (int) (keys[i] & mask);
    }
    return numbers;
  }
}
