package dev.shardline.signal.spectrum;

import dev.shardline.signal.window.Window;

/// Power over frequency and time: the spectra of overlapping segments, one beside the other. Gives
/// what `scipy.signal.spectrogram` gives in mode `psd` for the same settings.
///
/// Not safe for concurrent use: it keeps scratch space.
public final class Spectrogram {
  private final Segments segments;
  private final SegmentPower power;
  private final double[] frequencies;
  private final double samplingRate;

  /// A one-sided spectrogram of signals at `samplingRate` Hz.
  public Spectrogram(
      Window window, Segments segments, Trend trend, Scaling scaling, double samplingRate) {
    this.segments = segments;
    this.samplingRate = samplingRate;
    double[] taper = window.periodic(segments.length());
    power =
        new SegmentPower(
            segments, taper, trend, Sides.ONE_SIDED, scaling.factor(taper, samplingRate));
    frequencies = Sides.ONE_SIDED.frequencies(segments.fftLength(), samplingRate);
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

  /// The power, `[frequency][segment]` in one array.
  public double[] estimate(double[] signal) {
    int count = segments.count(signal.length);
    int bins = power.bins();
    double[] image = new double[Math.multiplyExact(count, bins)];
    double[] one = new double[bins];
    for (int s = 0; s < count; s++) {
      power.compute(signal, s * segments.step(), one, 0);
      for (int k = 0; k < bins; k++) {
        image[k * count + s] = one[k];
      }
    }
    return image;
  }
}
