package dev.shardline.image.resize;

/// For each place on a resized axis: where its source values begin, how many there are, and their
/// weights, which sum to 1. As Pillow's `precompute_coeffs`, in double and in that order.
final class AxisWeights {
  static final int FIXED_POINT_BITS = 22;

  private final int taps;
  private final int[] starts;
  private final int[] counts;
  private final double[] weights;

  private AxisWeights(int taps, int[] starts, int[] counts, double[] weights) {
    this.taps = taps;
    this.starts = starts;
    this.counts = counts;
    this.weights = weights;
  }

  static AxisWeights of(int sourceLength, int targetLength, ResizeFilter filter) {
    double scale = (double) sourceLength / targetLength;
    double stretch = Math.max(scale, 1);
    double support = filter.support() * stretch;
    int taps = Math.addExact((int) Math.ceil(support) * 2, 1);
    AxisWeights axis =
        new AxisWeights(
            taps,
            new int[targetLength],
            new int[targetLength],
            new double[Math.multiplyExact(taps, targetLength)]);
    for (int i = 0; i < targetLength; i++) {
      double centre = (i + 0.5) * scale;
      axis.starts[i] = Math.max(0, (int) (centre - support + 0.5));
      axis.counts[i] = Math.min(sourceLength, (int) (centre + support + 0.5)) - axis.starts[i];
      axis.fill(i, centre, 1 / stretch, filter);
    }
    return axis;
  }

  private void fill(int place, double centre, double shrink, ResizeFilter filter) {
    double sum = 0;
    int first = place * taps;
    for (int tap = 0; tap < counts[place]; tap++) {
      double weight = filter.weight((tap + starts[place] - centre + 0.5) * shrink);
      weights[first + tap] = weight;
      sum += weight;
    }
    for (int tap = 0; tap < counts[place] && sum != 0; tap++) {
      weights[first + tap] /= sum;
    }
  }

  /// The number of places.
  int length() {
    return starts.length;
  }

  /// The room for weights per place; place `i` has its first at `i * taps()`.
  int taps() {
    return taps;
  }

  int start(int place) {
    return starts[place];
  }

  int count(int place) {
    return counts[place];
  }

  double[] weights() {
    return weights;
  }

  /// The weights in units of 2^-22, rounded half away from zero.
  int[] fixedPointWeights() {
    int[] fixed = new int[weights.length];
    for (int i = 0; i < fixed.length; i++) {
      double scaled = weights[i] * (1 << FIXED_POINT_BITS);
      fixed[i] = (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    }
    return fixed;
  }

  /// Half of the fixed-point unit, which a sum starts from to be rounded.
  static int fixedPointHalf() {
    return 1 << (FIXED_POINT_BITS - 1);
  }

  /// The 8-bit value of a fixed-point sum.
  static byte fixedPointValue(int sum) {
    return (byte) Math.clamp(sum >> FIXED_POINT_BITS, 0, 255);
  }
}
