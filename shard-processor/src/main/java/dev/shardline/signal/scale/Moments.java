package dev.shardline.signal.scale;

/// Means and deviations in a fixed order of summation.
final class Moments {
  private Moments() {}

  static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }

  /// The standard deviation with ddof 0.
  static double deviation(double[] values, int from, int to, double mean) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (values[i] - mean) * (values[i] - mean);
    }
    return Math.sqrt(sum / (to - from));
  }

  /// Subtracts `centre` and divides by `scale`; zero everywhere if `scale` is.
  static void standardise(double[] values, int from, int to, double centre, double scale) {
    for (int i = from; i < to; i++) {
      values[i] = scale == 0 ? 0 : (values[i] - centre) / scale;
    }
  }
}
