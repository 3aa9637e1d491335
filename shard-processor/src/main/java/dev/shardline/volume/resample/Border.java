package dev.shardline.volume.resample;

/// What a position outside the outermost voxel centres gives.
public enum Border {
  /// Zero, as SciPy's `mode="constant"`.
  ZERO,
  /// The nearest position inside.
  EDGE
}
