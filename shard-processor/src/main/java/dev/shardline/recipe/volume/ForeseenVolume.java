package dev.shardline.recipe.volume;

import dev.shardline.recipe.Foreseen;
import dev.shardline.recipe.Item;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeGrid;

/// A volume whose header has been read, and what steps will make of it.
///
/// @param grid where its voxels lie; where that depends on the values, the largest grid that may be
/// @param volumes how many lie there: it and its companions
/// @param voxelBytes what one voxel takes: 4 as float32, 2 where short integers were stored and no
///   step has changed them
/// @param heldBytes what the voxels are a view of, or are computed of when they are read
record ForeseenVolume(VolumeGrid grid, int volumes, int voxelBytes, long heldBytes)
    implements Foreseen {
  ForeseenVolume(VolumeGrid grid, int volumes, int voxelBytes) {
    this(grid, volumes, voxelBytes, 0);
  }

  /// A volume that is there, as float32 whatever it is, with its companions.
  static ForeseenVolume of(Item item) {
    long companions = item.companions().values().stream().filter(Volume.class::isInstance).count();
    return ofFloats(VolumeStep.unread(item).grid(), 1 + (int) companions);
  }

  static ForeseenVolume ofFloats(VolumeGrid grid, int volumes) {
    return new ForeseenVolume(grid, volumes, Float.BYTES);
  }

  /// Saturates at `Long.MAX_VALUE`.
  @Override
  public long bytes() {
    long voxels = grid.shape().voxels();
    return voxels > Long.MAX_VALUE / voxelBytes / volumes
        ? Long.MAX_VALUE
        : Math.max(heldBytes, voxels * voxelBytes * volumes);
  }

  /// The same voxels lying elsewhere.
  ForeseenVolume on(VolumeGrid other) {
    return new ForeseenVolume(other, volumes, voxelBytes);
  }

  /// Without its companions.
  ForeseenVolume alone() {
    return new ForeseenVolume(grid, 1, voxelBytes);
  }

  /// The same volume, as long as it keeps other voxels in memory.
  ForeseenVolume holding(long bytes) {
    return new ForeseenVolume(grid, volumes, voxelBytes, bytes);
  }

  ForeseenVolume asFloats() {
    return ofFloats(grid, volumes);
  }
}
