package dev.shardline.signal.format.onda;

/// How values become stored numbers: `value = resolution · number + offset`.
///
/// @param resolution in the signal's unit, finite, not 0
/// @param offset in the signal's unit, finite
public record SampleEncoding(SampleType type, double resolution, double offset) {
  /// Values stored as they are.
  public static final SampleEncoding FLOAT32 = new SampleEncoding(SampleType.FLOAT32, 1, 0);

  public SampleEncoding {
    if (!Double.isFinite(resolution) || !Double.isFinite(offset) || resolution == 0) {
      throw new IllegalArgumentException(
          "Resolution and offset are finite, resolution is not 0; found %s and %s"
              .formatted(resolution, offset));
    }
  }

  boolean isIdentity() {
    return resolution == 1 && offset == 0;
  }
}
