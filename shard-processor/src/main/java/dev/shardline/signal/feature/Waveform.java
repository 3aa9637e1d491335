package dev.shardline.signal.feature;

/// Measures of a waveform's size.
public final class Waveform {
  private Waveform() {}

  /// The line length: the sum of absolute differences between neighbouring time points, in the
  /// signal's unit (Esteller et al., 2001).
  public static double lineLength(double[] signal) {
    double sum = 0;
    for (int i = 1; i < signal.length; i++) {
      sum += Math.abs(signal[i] - signal[i - 1]);
    }
    return sum;
  }

  /// The root of the mean square, in the signal's unit; zero for no time points.
  public static double rootMeanSquare(double[] signal) {
    double sum = 0;
    for (double value : signal) {
      sum += value * value;
    }
    return signal.length == 0 ? 0 : Math.sqrt(sum / signal.length);
  }

  /// The largest value less the smallest; zero for no time points, NaN if a value is.
  public static double peakToPeak(double[] signal) {
    return peakToPeak(signal, 0, signal.length);
  }

  /// As [#peakToPeak(double[])] between `from` (inclusive) and `to` (exclusive).
  public static double peakToPeak(double[] signal, int from, int to) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      low = Math.min(low, signal[i]);
      high = Math.max(high, signal[i]);
    }
    return from == to ? 0 : high - low;
  }
}
