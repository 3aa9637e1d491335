package dev.shardline.volume.resample;

/// What a position outside the outermost voxel centres gives.
public enum Border {
  /// Zero, as SciPy's `mode="constant"`.
  ZERO,
  /// The nearest position inside; a spline along the voxel axes goes on with the outermost voxels'
  /// values. SciPy's `mode="nearest"`.
  EDGE
}
