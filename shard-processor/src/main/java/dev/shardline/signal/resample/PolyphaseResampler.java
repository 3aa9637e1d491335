package dev.shardline.signal.resample;

/// Resamples signals by a rational factor with a zero-phase low-pass: `scipy.signal.resample_poly`
/// with its default window. Immutable and safe to share between threads.
public final class PolyphaseResampler {
  private final RateRatio ratio;
  private final Background background;
  private final PolyphaseFilter filter;

  public PolyphaseResampler(RateRatio ratio, Background background) {
    this.ratio = ratio;
    this.background = background;
    filter = new PolyphaseFilter(ratio);
  }

  /// The signal at the new rate, [RateRatio#outputLength(int)] time points; a new array.
  public double[] resample(double[] signal) {
    if (ratio.up() == ratio.down() || signal.length == 0) {
      return signal.clone();
    }
    double level = background.level(signal);
    double[] output = new double[ratio.outputLength(signal.length)];
    for (int m = 0; m < output.length; m++) {
      output[m] = at(signal, level, m) + level;
    }
    return output;
  }

  private double at(double[] signal, double level, int m) {
    double[] taps = filter.taps(m);
    long first = filter.first(m);
    boolean inside = first >= 0 && first + taps.length <= signal.length;
    return inside ? inner(signal, level, (int) first, taps) : edge(signal, level, first, taps);
  }

  private static double inner(double[] signal, double level, int first, double[] taps) {
    double sum = 0;
    for (int k = 0; k < taps.length; k++) {
      sum += taps[k] * (signal[first + k] - level);
    }
    return sum;
  }

  private double edge(double[] signal, double level, long first, double[] taps) {
    double sum = 0;
    for (int k = 0; k < taps.length; k++) {
      int index = (int) (first + k);
      boolean inside = index >= 0 && index < signal.length;
      sum += taps[k] * (inside ? signal[index] - level : background.beyond(signal, index));
    }
    return sum;
  }
}
