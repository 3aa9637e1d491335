package dev.shardline.signal.scale;

import java.util.Arrays;

/// Percentiles of a set of values, interpolated linearly: `numpy.percentile`.
final class Percentiles {
  private final double[] sorted;

  private Percentiles(double[] sorted) {
    this.sorted = sorted;
  }

  /// The percentiles of `values` between `from` and `to`, at least one value.
  static Percentiles of(double[] values, int from, int to) {
    double[] sorted = Arrays.copyOfRange(values, from, to);
    Arrays.sort(sorted);
    return new Percentiles(sorted);
  }

  double at(double percent) {
    double position = percent / 100 * (sorted.length - 1);
    int below = (int) position;
    double share = position - below;
    double low = sorted[below];
    double high = sorted[Math.min(below + 1, sorted.length - 1)];
    return share >= 0.5 ? high - (high - low) * (1 - share) : low + (high - low) * share;
  }
}
