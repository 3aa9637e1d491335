package dev.shardline.split;

import dev.shardline.column.RowRanges;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/// Numbered things in the order of their hashes. As many leading bits of the hash as fit beside the
/// number decide; equal ones keep the order of their numbers. Hashes are dealt into buckets by
/// their leading bits, and the few in each bucket are sorted; uneven hashes only take longer.
public final class HashOrder {
  /// Of even hashes a bucket has 16 to 32.
  private static final int BUCKET_BITS = 5;

  /// The keys of so many things are worth being sorted apart, to hold few at a time. Each slice
  /// goes through all hashes, which cost little.
  private static final int WORTH_A_SLICE = 1 << 16;

  private static final int MOST_SLICES = 4;

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
    int[] starts = new int[1 << bucketBits];
    RowRanges.map(starts.length, (from, to) -> count(count, chosen, starts, from, to));
    int[] numbers = new int[startsOf(starts)];
    int slices = Math.clamp(count / WORTH_A_SLICE, 1, MOST_SLICES);
    int[] bounds = bounds(starts, slices, numbers.length);
    IntStream.range(0, slices)
        .parallel()
        .forEach(slice -> {
          long[] keys = new long[bounds[slice + 1] - bounds[slice]];
          int from = bucketOf(slice, slices);
          int to = bucketOf(slice + 1, slices);
          deal(count, chosen, keys, bounds[slice], starts, from, to);
          sort(keys, bounds[slice], starts, from, to, numbers);
        });
    return numbers;
  }

  private int bucketOf(int slice, int slices) {
    return (int) (((long) slice << bucketBits) / slices);
  }

  /// Where the things of each slice begin, and an end behind the last.
  private int[] bounds(int[] starts, int slices, int end) {
    int[] bounds = new int[slices + 1];
    Arrays.setAll(bounds, slice -> slice == slices ? end : starts[bucketOf(slice, slices)]);
    return bounds;
  }

  /// Counts the things in each of some buckets. Every range of buckets goes through all things:
  /// their hashes cost little beside the buckets' places, which lie all over memory.
  ///
  /// @return how many things these are
  private int count(int count, IntPredicate chosen, int[] sizes, int fromBucket, int toBucket) {
    int found = 0;
    for (int i = 0; i < count; i++) {
      int bucket = bucket(key(i));
      if (bucket >= fromBucket && bucket < toBucket && chosen.test(i)) {
        sizes[bucket]++;
        found++;
      }
    }
    return found;
  }

  /// Deals the things of some buckets into them, which turns the buckets' starts into their ends.
  ///
  /// @param first where the first of them belongs among all
  private void deal(
      int count,
      IntPredicate chosen,
      long[] keys,
      int first,
      int[] starts,
      int fromBucket,
      int toBucket) {
    for (int i = 0; i < count; i++) {
      long key = key(i);
      int bucket = bucket(key);
      if (bucket >= fromBucket && bucket < toBucket && chosen.test(i)) {
        keys[starts[bucket]++ - first] = key;
      }
    }
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

  /// Sorts the keys of some buckets, and puts their things' numbers where they belong among all.
  private void sort(
      long[] keys, int first, int[] ends, int fromBucket, int toBucket, int[] numbers) {
    int start = 0;
    for (int bucket = fromBucket; bucket < toBucket; bucket++) {
      Arrays.sort(keys, start, ends[bucket] - first);
      start = ends[bucket] - first;
    }
    long mask = (1L << indexBits) - 1;
    for (int i = 0; i < keys.length; i++) {
      numbers[first + i] = (int) (keys[i] & mask);
    }
  }
}
