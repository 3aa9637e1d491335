package dev.shardline.signal.feature;

/// The frequency below which a share of a spectrum's power lies.
public final class SpectralEdge {
  private SpectralEdge() {}

  /// The first frequency up to which the summed power reaches `share` of the power in `range`; the
  /// range's first frequency if there is no power. Bins are summed as they are, as in
  /// `mne_features.univariate.compute_spect_edge_freq`.
  ///
  /// @param share between 0 and 1
  /// @throws IllegalArgumentException if the share is out of range or no bin lies in the range
  public static double of(double[] frequencies, double[] power, FrequencyBand range, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("A spectral edge's share lies in 0..1, not " + share);
    }
    double total = 0;
    for (int k = 0; k < power.length; k++) {
      total += range.contains(frequencies[k]) ? power[k] : 0;
    }
    double sum = 0;
    for (int k = 0; k < power.length; k++) {
      if (range.contains(frequencies[k])) {
        sum += power[k];
        if (sum >= share * total) {
          return frequencies[k];
        }
      }
    }
    throw new IllegalArgumentException(
        "No frequency lies between %s and %s Hz".formatted(range.low(), range.high()));
  }
}
