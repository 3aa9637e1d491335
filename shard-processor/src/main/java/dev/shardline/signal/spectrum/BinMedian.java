package dev.shardline.signal.spectrum;

import java.util.Arrays;

/// The median over segments of each bin, freed of its bias (Allen et al., FINDCHIRP, appendix B).
final class BinMedian {
  private final double[] spectra;
  private final int segments;
  private final int bins;

  /// @param spectra one spectrum of `bins` values after the other
  BinMedian(double[] spectra, int segments, int bins) {
    this.spectra = spectra;
    this.segments = segments;
    this.bins = bins;
  }

  double[] estimate() {
    double[] medians = new double[bins];
    double[] column = new double[segments];
    double bias = bias(segments);
    for (int k = 0; k < bins; k++) {
      for (int s = 0; s < segments; s++) {
        column[s] = spectra[s * bins + k];
      }
      Arrays.sort(column);
      int middle = segments / 2;
      double median =
          segments % 2 == 1 ? column[middle] : (column[middle - 1] + column[middle]) / 2;
      medians[k] = median / bias;
    }
    return medians;
  }

  /// What the median of `n` exponentially distributed values is on average, in units of their mean.
  static double bias(int n) {
    double bias = 1;
    for (int i = 1; i <= (n - 1) / 2; i++) {
      bias += 1.0 / (2 * i + 1) - 1.0 / (2 * i);
    }
    return bias;
  }
}
