package dev.shardline.signal.feature;

/// Hjorth's parameters of a stretch of signal, time counted in time points.
///
/// @param activity the variance, in the signal's unit squared
/// @param mobility the root of the variance of the first difference over the activity: a mean
///   frequency in radians per time point
/// @param complexity the mobility of the first difference over the mobility: 1 for a sine
public record Hjorth(double activity, double mobility, double complexity) {
  /// The parameters of a signal; mobility and complexity of a constant signal are zero.
  ///
  /// @throws IllegalArgumentException for fewer than three time points
  public static Hjorth of(double[] signal) {
    if (signal.length < 3) {
      throw new IllegalArgumentException(
          "Hjorth's parameters need three time points, not " + signal.length);
    }
    double[] slope = difference(signal);
    double activity = variance(signal);
    double slopeVariance = variance(slope);
    double curveVariance = variance(difference(slope));
    if (activity == 0 || slopeVariance == 0) {
      return new Hjorth(activity, 0, 0);
    }
    double mobility = Math.sqrt(slopeVariance / activity);
    return new Hjorth(activity, mobility, Math.sqrt(curveVariance / slopeVariance) / mobility);
  }

  private static double[] difference(double[] values) {
    double[] difference = new double[values.length - 1];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = values[i + 1] - values[i];
    }
    return difference;
  }

  private static double variance(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value;
    }
    mean /= values.length;
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / values.length;
  }
}
