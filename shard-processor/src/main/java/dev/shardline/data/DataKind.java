package dev.shardline.data;

import java.util.Locale;

/// The kinds of data a step can take or give. A recipe is checked on these before anything is read.
public enum DataKind {
  /// The bytes of a sample's objects, undecoded.
  BYTES,
  /// A 2-D picture.
  IMAGE,
  /// A 3-D or 4-D picture with a position in space.
  VOLUME,
  /// Signal channels over time.
  RECORDING,
  /// Power over frequency, of signal channels.
  SPECTRUM,
  /// A plain n-dimensional array.
  TENSOR;

  /// As messages and configuration name it: `image`.
  public String fileName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
