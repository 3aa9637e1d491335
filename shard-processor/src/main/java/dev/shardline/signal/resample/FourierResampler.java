package dev.shardline.signal.resample;

import dev.shardline.signal.filter.Extension;
import dev.shardline.signal.fourier.RealFourier;

/// Resamples signals by cutting or padding their Fourier transform. Without padding, what
/// `scipy.signal.resample` gives; with a padding of 100, MNE's `resample(npad=100, window="boxcar",
/// pad="reflect_limited")`.
///
/// Not safe for concurrent use: it keeps scratch space.
public final class FourierResampler {
  private final int timePoints;
  private final int padding;
  private final int outputLength;
  private final int removed;
  private final RealFourier forward;
  private final RealFourier inverse;

  /// A resampler for signals of one length.
  ///
  /// @param timePoints the length of every signal, positive
  /// @param factor the new rate over the old
  /// @param padding time points by which each end is extended by odd reflection, and by zeros where
  ///   the signal is too short for that
  public FourierResampler(int timePoints, double factor, int padding) {
    if (timePoints < 1 || !(factor > 0) || padding < 0) {
      throw new IllegalArgumentException(
          "Cannot resample %d time points by %s with a padding of %d"
              .formatted(timePoints, factor, padding));
    }
    this.timePoints = timePoints;
    this.padding = padding;
    outputLength = length(factor * timePoints);
    int padded = Math.addExact(timePoints, Math.multiplyExact(2, padding));
    forward = RealFourier.ofSize(padded);
    inverse = RealFourier.ofSize(Math.max(length(factor * padded), outputLength));
    removed = (int) Math.rint(factor * padding);
  }

  private static int length(double exact) {
    if (exact > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("%.0f time points are too many".formatted(exact));
    }
    return Math.max((int) Math.rint(exact), 1);
  }

  /// How many time points a resampled signal has: its exact length, rounded half to even.
  public int outputLength() {
    return outputLength;
  }

  /// The signal at the new rate; a new array.
  ///
  /// @throws IllegalArgumentException if the signal is not as long as was said
  public double[] resample(double[] signal) {
    if (signal.length != timePoints) {
      throw new IllegalArgumentException(
          "Expected %d time points, found %d".formatted(timePoints, signal.length));
    }
    int bins = Math.max(forward.bins(), inverse.bins());
    double[] real = new double[bins];
    double[] imaginary = new double[bins];
    forward.forward(padded(signal), real, imaginary);
    splitMiddleBin(real, imaginary);
    double scale = (double) inverse.size() / forward.size();
    for (int k = 0; k < bins; k++) {
      real[k] *= scale;
      imaginary[k] *= scale;
    }
    double[] values = new double[inverse.size()];
    inverse.inverse(real, imaginary, values);
    double[] output = new double[outputLength];
    System.arraycopy(values, removed, output, 0, outputLength);
    return output;
  }

  private double[] padded(double[] signal) {
    int reflected = Math.min(padding, signal.length - 1);
    double[] extended = Extension.ODD.extend(signal, reflected);
    double[] padded = new double[forward.size()];
    System.arraycopy(extended, 0, padded, padding - reflected, extended.length);
    return padded;
  }

  /// The middle bin of an even length stands for two frequencies: one when it is folded, two halves
  /// when it is unfolded.
  private void splitMiddleBin(double[] real, double[] imaginary) {
    int shorter = Math.min(forward.size(), inverse.size());
    if (shorter % 2 != 0 || forward.size() == inverse.size()) {
      return;
    }
    double factor = inverse.size() < forward.size() ? 2 : 0.5;
    real[shorter / 2] *= factor;
    imaginary[shorter / 2] *= factor;
  }
}
