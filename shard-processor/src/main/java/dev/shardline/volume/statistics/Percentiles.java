package dev.shardline.volume.statistics;

/// Percentiles between order statistics, as `numpy.percentile` computes them by default (method
/// "linear", in double precision).
public final class Percentiles {
  private Percentiles() {}

  /// The percentiles of all values, in the order asked for.
  ///
  /// @param values at least one, none of them NaN; not changed
  /// @param percentiles each 0 to 100
  public static double[] of(float[] values, double... percentiles) {
    int count = values.length;
    if (count < 1) {
      throw new IllegalArgumentException("Percentiles need at least one value");
    }
    int[] ranks = new int[2 * percentiles.length];
    for (int i = 0; i < percentiles.length; i++) {
      int below = (int) Math.floor(position(percentiles[i], count));
      ranks[2 * i] = below;
      ranks[2 * i + 1] = Math.min(below + 1, count - 1);
    }
    float[] statistics = OrderStatistics.select(values, ranks);
    double[] result = new double[percentiles.length];
    for (int i = 0; i < result.length; i++) {
      double fraction = position(percentiles[i], count) - ranks[2 * i];
      result[i] = between(statistics[2 * i], statistics[2 * i + 1], fraction);
    }
    return result;
  }

  private static double position(double percentile, int count) {
    if (!(percentile >= 0 && percentile <= 100)) {
      throw new IllegalArgumentException("A percentile is 0 to 100, not " + percentile);
    }
    return percentile / 100 * (count - 1);
  }

  /// NumPy's `_lerp`.
  private static double between(double low, double high, double fraction) {
    double difference = high - low;
    return fraction >= 0.5 ? high - difference * (1 - fraction) : low + difference * fraction;
  }
}
