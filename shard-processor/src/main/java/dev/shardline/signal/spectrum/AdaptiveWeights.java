package dev.shardline.signal.spectrum;

import java.util.Arrays;

/// Thomson's adaptive weighting of tapered spectra: at each frequency, tapers that leak from
/// elsewhere count less. Iterates as MNE does, to the same stopping rule.
final class AdaptiveWeights {
  private static final int MOST_ITERATIONS = 150;
  private static final double CONVERGED = 1e-10;

  private final double[] concentrations;
  private final double[] spectra;
  private final int bins;
  private final double[] weights;
  private double[] power;

  /// @param spectra squared magnitudes, `[taper][bin]`
  AdaptiveWeights(double[] concentrations, double[] spectra, int bins) {
    this.concentrations = concentrations;
    this.spectra = spectra;
    this.bins = bins;
    weights = new double[spectra.length];
    power = Multitaper.weighted(spectra, Arrays.copyOf(concentrations, 2), bins);
  }

  double[] estimate() {
    double variance = variance();
    if (variance == 0) {
      return power;
    }
    for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      if (reweigh(variance) < CONVERGED) {
        return power;
      }
      power = reweighed();
    }
    return power;
  }

  /// The variance of the signal, from the estimate with fixed weights (trapezoidal rule).
  private double variance() {
    double[] fixed = Multitaper.weighted(spectra, concentrations, bins);
    double sum = 0;
    for (int k = 1; k < bins; k++) {
      sum += (fixed[k - 1] + fixed[k]) / 2;
    }
    return sum * (Math.PI / bins) / (2 * Math.PI);
  }

  /// Computes the weights anew; gives the largest mean square change of a bin's weights.
  private double reweigh(double variance) {
    double largest = 0;
    for (int k = 0; k < bins; k++) {
      double change = 0;
      for (int t = 0; t < concentrations.length; t++) {
        double inside = concentrations[t];
        double weight =
            Math.sqrt(inside) * power[k] / (inside * power[k] + (1 - inside) * variance);
        double difference = weights[t * bins + k] - weight;
        change += difference * difference;
        weights[t * bins + k] = weight;
      }
      largest = Math.max(largest, change / concentrations.length);
    }
    return largest;
  }

  private double[] reweighed() {
    double[] next = new double[bins];
    for (int k = 0; k < bins; k++) {
      double sum = 0;
      double total = 0;
      for (int t = 0; t < concentrations.length; t++) {
        double squared = weights[t * bins + k] * weights[t * bins + k];
        sum += squared * spectra[t * bins + k];
        total += squared;
      }
      next[k] = 2 * sum / total;
    }
    return next;
  }
}
