package dev.shardline.signal.spectrum;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The options of MNE's `psd_array_multitaper`.
///
/// @param bandwidthHz the width in Hz over which power is smoothed, or null for a standardised half
///   bandwidth of 4
/// @param adaptive whether tapers are weighted anew at each frequency; needs three tapers
/// @param lowBias whether only tapers with more than 90 % of their energy inside the bandwidth
///   count
/// @param normalization what the values mean
public record MultitaperSettings(
    @Nullable Double bandwidthHz, boolean adaptive, boolean lowBias, Normalization normalization) {
  /// What a multitaper spectrum is divided by.
  public enum Normalization {
    /// The signal's length only: MNE's default.
    LENGTH,
    /// The length and the sampling rate: power per Hz.
    FULL
  }

  public MultitaperSettings {
    if (bandwidthHz != null && !(bandwidthHz > 0)) {
      throw new IllegalArgumentException("A bandwidth is positive, not " + bandwidthHz + " Hz");
    }
  }

  /// MNE's defaults.
  public static MultitaperSettings defaults() {
    return new MultitaperSettings(null, false, true, Normalization.LENGTH);
  }

  /// The smoothing bandwidth in Hz, if it is given in Hz.
  public OptionalDouble bandwidth() {
    return bandwidthHz == null ? OptionalDouble.empty() : OptionalDouble.of(bandwidthHz);
  }
}
