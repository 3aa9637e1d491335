package dev.shardline.quality;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Numbers far from all others: by more than ten times the median absolute deviation, scaled to a
/// standard deviation (Hampel's rule with a wide margin). Numbers of which more than half are equal
/// have no outliers; nor have those of which more than one in twenty are far away: they are simply
/// mixed.
///
/// @param median of all numbers
/// @param places of the outliers, rising; never changed
@SuppressWarnings("ArrayRecordComponent") // a check's result, never compared
record Outliers(double median, int[] places) {
  private static final double MARGIN = 10 * 1.4826;
  private static final int FEWEST = 20;
  private static final int RARE = 20;

  /// @param count how many numbers there are
  /// @param number the one at a place; asked for several times rather than kept
  static Outliers of(int count, IntToDoubleFunction number) {
    if (count < FEWEST) {
      return new Outliers(0, new int[0]);
    }
    double[] scratch = new double[count];
    Arrays.setAll(scratch, number);
    double median = median(scratch);
    IntToDoubleFunction distance = i -> Math.abs(number.applyAsDouble(i) - median);
    Arrays.setAll(scratch, distance);
    double deviation = median(scratch);
    int[] far =
        IntStream.range(0, count)
            .filter(i -> deviation > 0 && distance.applyAsDouble(i) > MARGIN * deviation)
            .toArray();
    return new Outliers(median, far.length <= count / RARE ? far : new int[0]);
  }

  static Outliers of(double[] numbers) {
    return of(numbers.length, i -> numbers[i]);
  }

  /// The median; the numbers come out in another order.
  private static double median(double[] numbers) {
    int middle = numbers.length / 2;
    double upper = Selection.select(numbers, middle);
    if (numbers.length % 2 == 1) {
      return upper;
    }
    double lower = Arrays.stream(numbers, 0, middle).max().orElse(upper);
    return lower + (upper - lower) / 2;
  }

  /// The median as messages show it.
  String usual() {
    return new BigDecimal(median).stripTrailingZeros().toPlainString();
  }
}
