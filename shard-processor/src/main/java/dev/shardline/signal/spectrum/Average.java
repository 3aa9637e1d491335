package dev.shardline.signal.spectrum;

/// How the spectra of a signal's segments become one.
public enum Average {
  MEAN,
  /// The median of each bin over its expected bias: robust against a few bad segments.
  MEDIAN
}
