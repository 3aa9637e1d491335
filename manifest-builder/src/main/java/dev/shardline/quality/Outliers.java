package dev.shardline.quality;

import java.math.BigDecimal;
import java.util.Arrays;
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

  static Outliers of(double[] numbers) {
    if (numbers.length < FEWEST) {
      return new Outliers(0, new int[0]);
    }
    double[] scratch = numbers.clone();
    double median = median(scratch);
    Arrays.setAll(scratch, i -> Math.abs(numbers[i] - median));
    double deviation = median(scratch);
    int[] far =
        IntStream.range(0, numbers.length)
            .filter(i -> deviation > 0 && Math.abs(numbers[i] - median) > MARGIN * deviation)
            .toArray();
    return new Outliers(median, far.length <= numbers.length / RARE ? far : new int[0]);
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
