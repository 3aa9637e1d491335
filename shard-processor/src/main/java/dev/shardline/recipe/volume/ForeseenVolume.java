package dev.shardline.recipe.volume;

import dev.shardline.recipe.Foreseen;
import dev.shardline.volume.VolumeGrid;

/// A volume whose header has been read, and what steps will make of it.
///
/// @param grid where its voxels lie; where that depends on the values, the largest grid that may be
/// @param volumes how many lie there: it and its companions
record ForeseenVolume(VolumeGrid grid, int volumes) implements Foreseen {
  /// As float32; saturates at `Long.MAX_VALUE`.
  @Override
  public long bytes() {
    long voxels = grid.shape().voxels();
    return voxels > Long.MAX_VALUE / Float.BYTES / volumes
        ? Long.MAX_VALUE
        : voxels * Float.BYTES * volumes;
  }

  ForeseenVolume on(VolumeGrid other) {
    return new ForeseenVolume(other, volumes);
  }
}
