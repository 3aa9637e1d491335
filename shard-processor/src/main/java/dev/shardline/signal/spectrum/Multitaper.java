package dev.shardline.signal.spectrum;

import dev.shardline.signal.fourier.RealFourier;

/// The multitaper estimate of the power spectrum: a weighted mean over the spectra of the whole
/// signal under Slepian tapers. Gives what MNE's `psd_array_multitaper` gives for the same
/// settings.
///
/// Not safe for concurrent use: it keeps scratch space.
public final class Multitaper {
  private final Tapers tapers;
  private final boolean adaptive;
  private final double scale;
  private final RealFourier fourier;
  private final double[] frequencies;
  private final double[] work;
  private final double[] real;
  private final double[] imaginary;

  /// An estimator for signals of `timePoints` at `samplingRate` Hz.
  ///
  /// @throws IllegalArgumentException if the bandwidth is too narrow or too wide for the signal
  public Multitaper(MultitaperSettings settings, double samplingRate, int timePoints) {
    tapers = Tapers.of(settings, samplingRate, timePoints);
    adaptive = settings.adaptive() && tapers.count() >= 3;
    scale =
        switch (settings.normalization()) {
          case LENGTH -> 1;
          case FULL -> samplingRate;
        };
    fourier = RealFourier.ofSize(timePoints);
    frequencies = fourier.frequencies(samplingRate);
    work = new double[timePoints];
    real = new double[fourier.bins()];
    imaginary = new double[fourier.bins()];
  }

  /// The frequency of each bin in Hz, from zero to half the sampling rate; a copy.
  public double[] frequencies() {
    return frequencies.clone();
  }

  /// The tapers in use.
  public int tapers() {
    return tapers.count();
  }

  /// The power in each bin.
  ///
  /// @throws IllegalArgumentException if the signal is not as long as was said
  public double[] estimate(double[] signal) {
    if (signal.length != work.length) {
      throw new IllegalArgumentException(
          "Expected %d time points, found %d".formatted(work.length, signal.length));
    }
    double[] spectra = taperedPower(signal);
    double[] power =
        adaptive
            ? new AdaptiveWeights(tapers.concentrations(), spectra, fourier.bins()).estimate()
            : fixedWeights(spectra);
    for (int k = 0; k < power.length; k++) {
      power[k] /= scale;
    }
    return power;
  }

  /// The squared magnitudes under each taper, `[taper][bin]`, unpaired bins halved.
  private double[] taperedPower(double[] signal) {
    double mean = mean(signal);
    int bins = fourier.bins();
    double[] spectra = new double[tapers.count() * bins];
    for (int t = 0; t < tapers.count(); t++) {
      double[] taper = tapers.values(t);
      for (int i = 0; i < work.length; i++) {
        work[i] = (signal[i] - mean) * taper[i];
      }
      fourier.forward(work, real, imaginary);
      for (int k = 0; k < bins; k++) {
        double squared = real[k] * real[k] + imaginary[k] * imaginary[k];
        spectra[t * bins + k] = k == 0 || 2 * k == work.length ? squared / 2 : squared;
      }
    }
    return spectra;
  }

  private static double mean(double[] signal) {
    double sum = 0;
    for (double value : signal) {
      sum += value;
    }
    return sum / signal.length;
  }

  private double[] fixedWeights(double[] spectra) {
    return weighted(spectra, tapers.concentrations(), fourier.bins());
  }

  /// Twice the mean over tapers, weighted by the squared weights given.
  static double[] weighted(double[] spectra, double[] squaredWeights, int bins) {
    double[] power = new double[bins];
    double total = 0;
    for (int t = 0; t < squaredWeights.length; t++) {
      total += squaredWeights[t];
      for (int k = 0; k < bins; k++) {
        power[k] += squaredWeights[t] * spectra[t * bins + k];
      }
    }
    for (int k = 0; k < bins; k++) {
      power[k] *= 2 / total;
    }
    return power;
  }
}
