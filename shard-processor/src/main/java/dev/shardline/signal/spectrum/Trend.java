package dev.shardline.signal.spectrum;

/// What is taken out of a stretch of signal before it is windowed, as `scipy.signal.detrend`.
public enum Trend {
  /// Nothing.
  NONE,
  /// The mean.
  CONSTANT,
  /// The least-squares line.
  LINEAR;

  /// Removes the trend of `values` between `from` (inclusive) and `to` (exclusive), in place.
  public void remove(double[] values, int from, int to) {
    switch (this) {
      case NONE -> {}
      case CONSTANT -> subtractLine(values, from, to, mean(values, from, to), 0);
      case LINEAR -> {
        double mean = mean(values, from, to);
        subtractLine(values, from, to, mean, slope(values, from, to, mean));
      }
    }
  }

  private static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }

  /// The least-squares slope per time point.
  private static double slope(double[] values, int from, int to, double mean) {
    double centre = (from + to - 1) / 2.0;
    double product = 0;
    for (int i = from; i < to; i++) {
      product += (i - centre) * (values[i] - mean);
    }
    double points = to - from;
    return points < 2 ? 0 : product * 12 / (points * (points * points - 1));
  }

  private static void subtractLine(double[] values, int from, int to, double mean, double slope) {
    double centre = (from + to - 1) / 2.0;
    for (int i = from; i < to; i++) {
      values[i] -= mean + slope * (i - centre);
    }
  }
}
