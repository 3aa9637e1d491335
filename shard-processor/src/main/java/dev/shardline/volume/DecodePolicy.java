package dev.shardline.volume;

/// What to accept when a file is decoded into a volume.
///
/// @param largestBytes decoded volumes of more bytes (as float32) are refused before memory is
///   taken
/// @param missingGeometry what to do with a file that gives its voxels no position
/// @param nonFinite what to do with NaN and infinite values
public record DecodePolicy(
    long largestBytes, MissingGeometry missingGeometry, NonFinite nonFinite) {

  /// A file without position or orientation.
  public enum MissingGeometry {
    /// Quarantine: left and right would be a guess.
    REFUSE,
    /// Take nibabel's guess: the voxel size, x running to the left, the origin in the middle.
    ASSUME
  }

  /// Values that are no numbers.
  public enum NonFinite {
    REFUSE,
    /// Replace by 0.
    ZERO,
    KEEP
  }

  public DecodePolicy {
    if (largestBytes < 1) {
      throw new IllegalArgumentException("largestBytes must be positive: " + largestBytes);
    }
  }

  /// Refuses whatever is doubtful; any size that fits one array.
  public static DecodePolicy strict() {
    return new DecodePolicy(Long.MAX_VALUE, MissingGeometry.REFUSE, NonFinite.REFUSE);
  }

  /// Reads what nibabel reads.
  public static DecodePolicy lenient() {
    return new DecodePolicy(Long.MAX_VALUE, MissingGeometry.ASSUME, NonFinite.KEEP);
  }
}
