package dev.shardline.volume.statistics;

import java.util.Arrays;

/// Exact order statistics of many values without sorting them: values are counted by the upper half
/// of their bits, which tells the half's value at each rank, then those that have it by the lower
/// half. Takes as long whatever the values are. -0 counts as 0.
final class OrderStatistics {
  /// Below this many values all are sorted.
  private static final int FEW = 8192;

  private static final int HALF_BITS = 16;
  private static final int HALVES = 1 << HALF_BITS;

  private OrderStatistics() {}

  /// The values at these ranks (0: the least).
  static float[] select(float[] values, int[] ranks) {
    return values.length <= FEW ? bySorting(values, ranks) : byCounting(values, ranks);
  }

  private static float[] bySorting(float[] values, int[] ranks) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    float[] result = new float[ranks.length];
    for (int i = 0; i < ranks.length; i++) {
      result[i] = sorted[ranks[i]] + 0f;
    }
    return result;
  }

  private static float[] byCounting(float[] values, int[] ranks) {
    int[] upperCounts = new int[HALVES];
    countUpper(values, upperCounts);
    int[] lowerCounts = new int[HALVES];
    int counted = -1;
    float[] result = new float[ranks.length];
    for (int i = 0; i < ranks.length; i++) {
      Place upper = Place.of(upperCounts, ranks[i]);
      if (upper.half() != counted) {
        counted = upper.half();
        Arrays.fill(lowerCounts, 0);
        countLower(values, counted, lowerCounts);
      }
      Place lower = Place.of(lowerCounts, upper.rank());
      result[i] = value(counted << HALF_BITS | lower.half());
    }
    return result;
  }

  /// Bits that ascend, as unsigned numbers, with the values.
  private static int key(float value) {
    int bits = Float.floatToRawIntBits(value + 0f);
    return bits ^ (bits >> 31 | Integer.MIN_VALUE);
  }

  private static float value(int key) {
    return Float.intBitsToFloat(key ^ (~key >> 31 | Integer.MIN_VALUE));
  }

  private static void countUpper(float[] values, int[] counts) {
    for (float value : values) {
      counts[key(value) >>> HALF_BITS]++;
    }
  }

  private static void countLower(float[] values, int upper, int[] counts) {
    for (float value : values) {
      int key = key(value);
      if (key >>> HALF_BITS == upper) {
        counts[key & HALVES - 1]++;
      }
    }
  }

  /// Where a rank lies.
  ///
  /// @param half the half of the bits that the value there has
  /// @param rank the rank among the values that have it
  private record Place(int half, int rank) {

    static Place of(int[] counts, int rank) {
      int half = 0;
      int left = rank;
      while (left >= counts[half]) {
        left -= counts[half++];
      }
      return new Place(half, left);
    }
  }
}
