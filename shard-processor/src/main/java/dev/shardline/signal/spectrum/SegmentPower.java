package dev.shardline.signal.spectrum;

import dev.shardline.signal.fourier.RealFourier;
import java.util.Arrays;

/// The power of one segment after the other: detrended, windowed, zero-padded, transformed, scaled.
final class SegmentPower {
  private final Segments segments;
  private final Trend trend;
  private final Sides sides;
  private final double[] window;
  private final double factor;
  private final RealFourier fourier;
  private final double[] values;
  private final double[] real;
  private final double[] imaginary;

  SegmentPower(Segments segments, double[] window, Trend trend, Sides sides, double factor) {
    this.segments = segments;
    this.window = window;
    this.trend = trend;
    this.sides = sides;
    this.factor = factor;
    fourier = RealFourier.ofSize(segments.fftLength());
    values = new double[segments.fftLength()];
    real = new double[fourier.bins()];
    imaginary = new double[fourier.bins()];
  }

  int bins() {
    return sides.bins(segments.fftLength());
  }

  /// Writes the power of the segment that starts at `start` into `power`, from index `at` on.
  void compute(double[] signal, int start, double[] power, int at) {
    transform(signal, start);
    for (int k = 0; k < bins(); k++) {
      int bin = bin(k);
      double squared = real[bin] * real[bin] + imaginary[bin] * imaginary[bin];
      power[at + k] = squared * factor * (isDoubled(k) ? 2 : 1);
    }
  }

  /// The bin of the one-sided transform that tells of bin `k`: the other half is its conjugate.
  private int bin(int k) {
    return Math.min(k, segments.fftLength() - k);
  }

  /// Transforms the segment that starts at `start`: [#real(int)] and [#imaginary(int)] tell of it.
  void transform(double[] signal, int start) {
    System.arraycopy(signal, start, values, 0, segments.length());
    trend.remove(values, 0, segments.length());
    for (int i = 0; i < window.length; i++) {
      values[i] *= window[i];
    }
    Arrays.fill(values, segments.length(), values.length, 0);
    fourier.forward(values, real, imaginary);
  }

  /// The real part of a bin, scaled so that power is its square.
  double real(int k) {
    return real[bin(k)] * Math.sqrt(factor);
  }

  /// The imaginary part of a bin.
  double imaginary(int k) {
    double scaled = imaginary[bin(k)] * Math.sqrt(factor);
    return bin(k) == k ? scaled : -scaled;
  }

  private boolean isDoubled(int bin) {
    return sides == Sides.ONE_SIDED && bin > 0 && 2 * bin != segments.fftLength();
  }
}
