package dev.shardline.signal.feature;

import java.util.List;

/// A named range of frequencies, both edges included.
///
/// @param name as columns are called
/// @param low Hz, not negative
/// @param high Hz, above `low`
public record FrequencyBand(String name, double low, double high) {
  public FrequencyBand {
    if (!(low >= 0 && low < high && high < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Band %s needs ascending edges, has %s and %s Hz".formatted(name, low, high));
    }
  }

  /// The bands of EEG as YASA cuts them.
  public static List<FrequencyBand> ofEeg() {
    return List.of(
        new FrequencyBand("delta", 0.5, 4),
        new FrequencyBand("theta", 4, 8),
        new FrequencyBand("alpha", 8, 12),
        new FrequencyBand("sigma", 12, 16),
        new FrequencyBand("beta", 16, 30),
        new FrequencyBand("gamma", 30, 40));
  }

  /// Whether a frequency lies in the band.
  public boolean contains(double frequency) {
    return frequency >= low && frequency <= high;
  }

  /// The smallest band that covers all of `bands`.
  public static FrequencyBand covering(List<FrequencyBand> bands) {
    return new FrequencyBand(
        "total",
        bands.stream().mapToDouble(FrequencyBand::low).min().orElseThrow(),
        bands.stream().mapToDouble(FrequencyBand::high).max().orElseThrow());
  }
}
