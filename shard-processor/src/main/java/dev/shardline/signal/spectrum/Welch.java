package dev.shardline.signal.spectrum;

import java.util.Arrays;

/// Welch's estimate of the power spectrum: the average over the spectra of overlapping, windowed
/// segments. Gives what `scipy.signal.welch` gives for the same settings, in double precision.
///
/// Not safe for concurrent use: it keeps scratch space.
public final class Welch {
  private final WelchSettings settings;
  private final Segments segments;
  private final SegmentPower power;
  private final double[] frequencies;

  /// An estimator for signals of `timePoints` at `samplingRate` Hz. A signal shorter than the
  /// settings' segment is one segment.
  ///
  /// @throws IllegalArgumentException if there are no time points
  public Welch(WelchSettings settings, double samplingRate, int timePoints) {
    this.settings = settings;
    segments = settings.segments().fittedTo(timePoints);
    double[] window = settings.window().periodic(segments.length());
    power =
        new SegmentPower(
            segments,
            window,
            settings.trend(),
            settings.sides(),
            settings.scaling().factor(window, samplingRate));
    frequencies = settings.sides().frequencies(segments.fftLength(), samplingRate);
  }

  /// The frequency of each bin in Hz; a copy.
  public double[] frequencies() {
    return frequencies.clone();
  }

  /// The power in each bin.
  ///
  /// @throws IllegalArgumentException if the signal is shorter than a segment
  public double[] estimate(double[] signal) {
    int count = segments.count(signal.length);
    if (count == 0) {
      throw new IllegalArgumentException(
          "A signal of %d time points has no segment of %d"
              .formatted(signal.length, segments.length()));
    }
    return switch (settings.average()) {
      case MEAN -> mean(signal, count);
      case MEDIAN -> median(signal, count);
    };
  }

  private double[] mean(double[] signal, int count) {
    int bins = power.bins();
    double[] sum = new double[bins];
    double[] one = new double[bins];
    for (int s = 0; s < count; s++) {
      power.compute(signal, s * segments.step(), one, 0);
      for (int k = 0; k < bins; k++) {
        sum[k] += one[k];
      }
    }
    return Arrays.stream(sum).map(value -> value / count).toArray();
  }

  private double[] median(double[] signal, int count) {
    int bins = power.bins();
    double[] spectra = new double[Math.multiplyExact(count, bins)];
    for (int s = 0; s < count; s++) {
      power.compute(signal, s * segments.step(), spectra, s * bins);
    }
    return new BinMedian(spectra, count, bins).estimate();
  }
}
