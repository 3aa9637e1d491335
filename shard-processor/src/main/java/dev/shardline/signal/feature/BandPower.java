package dev.shardline.signal.feature;

import java.util.List;

/// The power of a spectrum inside frequency bands, integrated by Simpson's rule over the bins from
/// a band's low edge to its high edge, both included: YASA's `bandpower_from_psd_ndarray`.
public final class BandPower {
  private final List<FrequencyBand> bands;
  private final FrequencyBand total;

  /// @param bands the bands to integrate
  /// @param total the range whose power relative powers are shares of
  public BandPower(List<FrequencyBand> bands, FrequencyBand total) {
    this.bands = List.copyOf(bands);
    this.total = total;
  }

  /// The power in each band, in the unit of the spectrum times Hz. A band with fewer than two bins
  /// has none.
  ///
  /// @param frequencies of the bins, ascending and evenly spaced
  /// @param density of power in each bin
  public double[] absolute(double[] frequencies, double[] density) {
    return bands.stream().mapToDouble(band -> power(band, frequencies, density)).toArray();
  }

  /// The power in each band over the power in the total range; zero where that is zero.
  public double[] relative(double[] frequencies, double[] density) {
    double whole = power(total, frequencies, density);
    double[] shares = absolute(frequencies, density);
    for (int i = 0; i < shares.length; i++) {
      shares[i] = whole == 0 ? 0 : shares[i] / whole;
    }
    return shares;
  }

  private static double power(FrequencyBand band, double[] frequencies, double[] density) {
    int from = 0;
    while (from < frequencies.length && frequencies[from] < band.low()) {
      from++;
    }
    int to = from;
    while (to < frequencies.length && frequencies[to] <= band.high()) {
      to++;
    }
    return to - from < 2
        ? 0
        : Simpson.integrate(density, from, to, frequencies[from + 1] - frequencies[from]);
  }
}
