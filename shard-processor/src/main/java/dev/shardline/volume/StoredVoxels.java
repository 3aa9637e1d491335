package dev.shardline.volume;

/// Voxels in memory: 16-bit integers as scanners store them, or 32-bit floats.
public sealed interface StoredVoxels extends Voxels
    permits ShortVoxels, FloatVoxels, NativeShortVoxels {
  @Override
  default StoredVoxels stored() {
    return this;
  }
}
