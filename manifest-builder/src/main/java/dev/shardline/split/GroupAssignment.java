package dev.shardline.split;

import dev.shardline.column.RowRanges;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToLongFunction;

/// Gives the free groups of every type, in the order of their hashes ([HashOrder]), to the splits
/// in turn, as many as the allocation says. Many groups of few types are not sorted for that: most
/// of what has a hash below some bound goes to one split, and only those near a bound are looked at
/// one by one. Both ways give the same.
final class GroupAssignment {
  private static final int MANY_GROUPS = 1 << 16;
  private static final int FEW_TYPES = 64;
  private static final int BUCKET_BITS = 12;
  private static final byte MIXED = -1;

  private final GroupTypes types;
  private final Allocation allocation;
  private final int[] openSplits;
  private final IntToLongFunction hash;
  private final byte[] fixed;

  /// @param openSplits the indices of the splits that the allocation knows
  /// @param hash of each group
  /// @param fixed for each group the index of its split, or [GroupSplitter#FREE]
  GroupAssignment(
      GroupTypes types,
      Allocation allocation,
      int[] openSplits,
      IntToLongFunction hash,
      byte[] fixed) {
    this.types = types;
    this.allocation = allocation;
    this.openSplits = openSplits;
    this.hash = hash;
    this.fixed = fixed;
  }

  /// For each group the index of its split.
  byte[] splitOf() {
    return fixed.length >= MANY_GROUPS && types.count() <= FEW_TYPES ? byBuckets() : oneByOne();
  }

  /// By a walk through all groups in order.
  byte[] oneByOne() {
    byte[] result = fixed.clone();
    int[] positions = new int[types.count()];
    for (int group : HashOrder.of(fixed.length, hash, this::isFree)) {
      result[group] = splitAt(types.of(group), positions[types.of(group)]++);
    }
    return result;
  }

  private boolean isFree(int group) {
    return fixed[group] == GroupSplitter.FREE;
  }

  /// The split of the group of a type that has so many before it.
  private byte splitAt(int type, int position) {
    int split = 0;
    int end = allocation.taken(type, 0);
    while (position >= end) {
      split++;
      end += allocation.taken(type, split);
    }
    return (byte) openSplits[split];
  }

  /// By the leading bits of the hashes, wherever these tell the split.
  byte[] byBuckets() {
    int[] starts = bucketStarts();
    byte[] splits = bucketSplits(starts);
    byte[] result = fixed.clone();
    BitSet near = new BitSet();
    RowRanges.map(fixed.length, (from, to) -> assign(result, splits, from, to)).forEach(near::or);
    int[] positions = starts.clone();
    for (int group : HashOrder.of(fixed.length, hash, near::get)) {
      result[group] = splitAt(types.of(group), positions[bucket(group)]++);
    }
    return result;
  }

  /// Buckets of one type stand behind each other, in the order of the hashes.
  private int bucket(int group) {
    return types.of(group) << BUCKET_BITS
        | (int) (hash.applyAsLong(group) >>> (Long.SIZE - BUCKET_BITS));
  }

  /// For each bucket how many groups of its type come before it; behind the last one's of all types
  /// there is nothing.
  private int[] bucketStarts() {
    int[] counts = new int[types.count() << BUCKET_BITS];
    List<int[]> ofRanges = RowRanges.map(fixed.length, this::count);
    for (int[] own : ofRanges) {
      Arrays.setAll(counts, bucket -> counts[bucket] + own[bucket]);
    }
    for (int type = 0; type < types.count(); type++) {
      int start = 0;
      for (int bucket = type << BUCKET_BITS; bucket < type + 1 << BUCKET_BITS; bucket++) {
        int count = counts[bucket];
        counts[bucket] = start;
        start += count;
      }
    }
    return counts;
  }

  private int[] count(int from, int to) {
    int[] counts = new int[types.count() << BUCKET_BITS];
    for (int group = from; group < to; group++) {
      if (isFree(group)) {
        counts[bucket(group)]++;
      }
    }
    return counts;
  }

  /// For each bucket the split that all its groups go to, or [#MIXED].
  private byte[] bucketSplits(int[] starts) {
    byte[] splits = new byte[starts.length];
    Arrays.fill(splits, MIXED);
    int last = (1 << BUCKET_BITS) - 1;
    for (int bucket = 0; bucket < starts.length; bucket++) {
      if ((bucket & last) != last && starts[bucket + 1] > starts[bucket]) {
        int type = bucket >>> BUCKET_BITS;
        byte first = splitAt(type, starts[bucket]);
        splits[bucket] = first == splitAt(type, starts[bucket + 1] - 1) ? first : MIXED;
      }
    }
    return splits;
  }

  /// Assigns the groups of a range whose buckets tell their splits.
  ///
  /// @return the others
  private BitSet assign(byte[] result, byte[] splits, int from, int to) {
    BitSet near = new BitSet();
    for (int group = from; group < to; group++) {
      if (isFree(group)) {
        byte split = splits[bucket(group)];
        if (split == MIXED) {
          near.set(group);
        } else {
          result[group] = split;
        }
      }
    }
    return near;
  }
}
