package dev.shardline.quality;

import java.util.Arrays;

/// Finds the k-th smallest of numbers without sorting them all (Hoare 1961).
final class Selection {
  private static final int FEW = 32;

  /// After so many rounds without an end the pivots are plainly bad and what is left is sorted.
  private static final int MOST_ROUNDS = 64;

  private Selection() {}

  /// The number that stands at `k` when the numbers are sorted. Leaves none that is larger before
  /// it and none that is smaller behind it.
  ///
  /// @param numbers none of them NaN; come out in another order
  static double select(double[] numbers, int k) {
    int from = 0;
    int to = numbers.length - 1;
    for (int round = 0; to - from > FEW && round < MOST_ROUNDS; round++) {
      double pivot = median(numbers[from], numbers[from + to >>> 1], numbers[to]);
      int low = from;
      int high = to;
      while (low <= high) {
        while (numbers[low] < pivot) {
          low++;
        }
        while (numbers[high] > pivot) {
          high--;
        }
        if (low <= high) {
          double moved = numbers[low];
          numbers[low++] = numbers[high];
          numbers[high--] = moved;
        }
      }
      if (k > high && k < low) {
        return numbers[k];
      }
      to = k <= high ? high : to;
      from = k <= high ? from : low;
    }
    Arrays.sort(numbers, from, to + 1);
    return numbers[k];
  }

  private static double median(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
