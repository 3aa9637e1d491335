package dev.shardline.parts;

/// How large parts are to be.
///
/// @param targetBytes about how many bytes of objects a part has
/// @param instances how many instances will work on them
/// @param partsPerInstance how many parts of each split every instance should have at least, so
///   that fast ones can take more than slow ones
/// @param balance what parts are to have equal amounts of
public record PartSpec(long targetBytes, int instances, int partsPerInstance, Balance balance) {
  /// What parts are to have equal amounts of.
  public enum Balance {
    BYTES,
    SAMPLES
  }

  private static final long DEFAULT_TARGET = 256L << 20;

  public static final PartSpec DEFAULT = new PartSpec(DEFAULT_TARGET, 1, 4, Balance.BYTES);

  public PartSpec {
    if (targetBytes < 1 || instances < 1 || partsPerInstance < 1) {
      throw new IllegalArgumentException(
          "Parts need a target size, instances and parts per instance of at least 1, got %d, %d, %d"
              .formatted(targetBytes, instances, partsPerInstance));
    }
  }

  /// How many parts of a split there are to be.
  ///
  /// @param bytes the split's size
  /// @param units how many pieces that must not be cut it has
  int partCount(long bytes, int units) {
    long wanted = Math.max((long) instances * partsPerInstance, Math.ceilDiv(bytes, targetBytes));
    return (int) Math.clamp(wanted, 1, Math.max(1, units));
  }
}
