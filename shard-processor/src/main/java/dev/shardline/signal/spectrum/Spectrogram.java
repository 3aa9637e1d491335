package dev.shardline.signal.spectrum;

import dev.shardline.signal.window.Window;
import java.util.function.DoubleBinaryOperator;

/// Power, or what else a [SpectrogramMode] tells, over frequency and time: the spectra of
/// overlapping segments, one beside the other. Gives what `scipy.signal.spectrogram` gives for the
/// same settings.
///
/// Not safe for concurrent use: it keeps scratch space.
public final class Spectrogram {
  private final Segments segments;
  private final SegmentPower power;
  private final double[] frequencies;
  private final SpectrogramMode mode;
  private final double samplingRate;

  /// A one-sided spectrogram of power, of signals at `samplingRate` Hz.
  public Spectrogram(
      Window window, Segments segments, Trend trend, Scaling scaling, double samplingRate) {
    this(window, segments, trend, scaling, Sides.ONE_SIDED, SpectrogramMode.PSD, samplingRate);
  }

  public Spectrogram(
      Window window,
      Segments segments,
      Trend trend,
      Scaling scaling,
      Sides sides,
      SpectrogramMode mode,
      double samplingRate) {
    this.segments = segments;
    this.mode = mode;
    this.samplingRate = samplingRate;
    double[] taper = window.periodic(segments.length());
    power = new SegmentPower(segments, taper, trend, sides, scaling.factor(taper, samplingRate));
    frequencies = sides.frequencies(segments.fftLength(), samplingRate);
  }

  /// The frequency of each bin in Hz; a copy.
  public double[] frequencies() {
    return frequencies.clone();
  }

  /// The centre of each segment in seconds from the signal's first time point.
  public double[] times(int timePoints) {
    double[] times = new double[segments.count(timePoints)];
    for (int s = 0; s < times.length; s++) {
      times[s] = (segments.length() / 2.0 + (double) s * segments.step()) / samplingRate;
    }
    return times;
  }

  /// The values, `[frequency][segment]` in one array; for [SpectrogramMode#COMPLEX]
  /// `[frequency][segment][real, imaginary]`.
  public double[] estimate(double[] signal) {
    int count = segments.count(signal.length);
    int parts = mode.parts();
    int bins = power.bins();
    double[] image = new double[Math.multiplyExact(Math.multiplyExact(count, bins), parts)];
    double[] one = new double[bins * parts];
    for (int s = 0; s < count; s++) {
      describe(signal, s * segments.step(), one);
      for (int k = 0; k < bins; k++) {
        System.arraycopy(one, k * parts, image, (k * count + s) * parts, parts);
      }
    }
    return image;
  }

  /// What one segment has in each bin.
  private void describe(double[] signal, int start, double[] one) {
    switch (mode) {
      case PSD -> power.compute(signal, start, one, 0);
      case COMPLEX -> {
        power.transform(signal, start);
        for (int k = 0; k < power.bins(); k++) {
          one[2 * k] = power.real(k);
          one[2 * k + 1] = power.imaginary(k);
        }
      }
      case MAGNITUDE -> each(signal, start, one, StrictMath::hypot);
      case ANGLE -> each(signal, start, one, Spectrogram::angle);
      case PHASE -> {
        each(signal, start, one, Spectrogram::angle);
        unwrap(one);
      }
    }
  }

  /// One number of each bin's real and imaginary part.
  private void each(double[] signal, int start, double[] one, DoubleBinaryOperator number) {
    power.transform(signal, start);
    for (int k = 0; k < power.bins(); k++) {
      one[k] = number.applyAsDouble(power.real(k), power.imaginary(k));
    }
  }

  private static double angle(double real, double imaginary) {
    return StrictMath.atan2(imaginary, real);
  }

  /// Adds whole turns so that neighbours differ by half a turn at most, as `numpy.unwrap` does.
  private static void unwrap(double[] angles) {
    double turns = 0;
    double last = angles[0];
    for (int k = 1; k < angles.length; k++) {
      double step = angles[k] - last;
      last = angles[k];
      if (Math.abs(step) > Math.PI) {
        turns -= 2 * Math.PI * Math.signum(step);
      }
      angles[k] += turns;
    }
  }
}
