package dev.shardline.signal.spectrum;

/// What a spectrum's values mean.
public enum Scaling {
  /// Power per Hz: the window's energy and the sampling rate are divided out.
  DENSITY,
  /// Power: a sine's peak is its mean square, whatever the window.
  SPECTRUM;

  /// The factor on squared magnitudes of a windowed segment's transform.
  public double factor(double[] window, double samplingRate) {
    double sum = 0;
    for (double weight : window) {
      sum += this == DENSITY ? weight * weight : weight;
    }
    return this == DENSITY ? 1 / (samplingRate * sum) : 1 / (sum * sum);
  }
}
