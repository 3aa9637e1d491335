package dev.shardline.signal.resample;

import java.util.Arrays;

/// What a polyphase filter takes the signal to be beyond its ends (SciPy's `padtype`).
public enum Background {
  /// Zero: SciPy's default.
  ZERO,
  /// The signal's mean.
  MEAN,
  /// The signal's median.
  MEDIAN,
  /// The nearest end's value.
  EDGE,
  /// The line through the first and the last value.
  LINE;

  /// A level subtracted before and added after.
  public double level(double[] signal) {
    return switch (this) {
      case ZERO, EDGE, LINE -> 0;
      case MEAN -> Arrays.stream(signal).sum() / signal.length;
      case MEDIAN -> median(signal);
    };
  }

  private static double median(double[] signal) {
    double[] sorted = signal.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /// The value at an index outside the signal, the level taken off.
  public double beyond(double[] signal, int index) {
    int last = signal.length - 1;
    return switch (this) {
      case ZERO, MEAN, MEDIAN -> 0;
      case EDGE -> index < 0 ? signal[0] : signal[last];
      case LINE -> {
        double slope = last == 0 ? 0 : (signal[last] - signal[0]) / last;
        yield index < 0 ? signal[0] + index * slope : signal[last] + (index - last) * slope;
      }
    };
  }
}
