package dev.shardline.volume.mask;

import dev.shardline.volume.VolumeShape;

/// A block of voxels: its first voxel and its extents.
public record VoxelBox(int x, int y, int z, int extentX, int extentY, int extentZ) {

  public VoxelBox {
    if (x < 0 || y < 0 || z < 0 || extentX < 1 || extentY < 1 || extentZ < 1) {
      throw new IllegalArgumentException(
          "A box begins inside and is not empty: %d, %d, %d + %d x %d x %d"
              .formatted(x, y, z, extentX, extentY, extentZ));
    }
  }

  /// The box enlarged by `margin` voxels on every side, as far as the volume reaches.
  public VoxelBox enlarged(int margin, VolumeShape within) {
    int fromX = Math.max(0, x - margin);
    int fromY = Math.max(0, y - margin);
    int fromZ = Math.max(0, z - margin);
    return new VoxelBox(
        fromX,
        fromY,
        fromZ,
        Math.min(within.x(), x + extentX + margin) - fromX,
        Math.min(within.y(), y + extentY + margin) - fromY,
        Math.min(within.z(), z + extentZ + margin) - fromZ);
  }
}
