package dev.shardline.volume;

/// Copies a strided view into x-fastest order.
final class VoxelGather {
  /// Voxels of a tile's side: two tiles of floats stay in the first-level cache.
  private static final int TILE = 32;

  private VoxelGather() {}

  static float[] xFastest(Voxels voxels, VoxelLayout layout) {
    VolumeShape shape = layout.shape();
    float[] result = new float[Math.toIntExact(shape.voxels())];
    int plane = shape.x() * shape.y();
    boolean rowsAreNear = Math.abs(layout.strideX()) <= Math.abs(layout.strideY());
    for (int t = 0; t < shape.timePoints(); t++) {
      for (int z = 0; z < shape.z(); z++) {
        int at = (t * shape.z() + z) * plane;
        if (rowsAreNear) {
          copyRows(voxels, layout, z, t, result, at);
        } else {
          copyTiles(voxels, layout, z, t, result, at);
        }
      }
    }
    return result;
  }

  private static void copyRows(
      Voxels voxels, VoxelLayout layout, int z, int t, float[] into, int at) {
    int width = layout.shape().x();
    for (int y = 0; y < layout.shape().y(); y++) {
      int from = layout.index(0, y, z, t);
      if (layout.strideX() == 1) {
        voxels.copyTo(from, into, at + y * width, width);
      } else {
        voxels.gatherTo(from, layout.strideX(), into, at + y * width, width);
      }
    }
  }

  /// Reads far-apart x in tiles, so that each cache line fetched for one y serves its neighbours.
  private static void copyTiles(
      Voxels voxels, VoxelLayout layout, int z, int t, float[] into, int at) {
    int width = layout.shape().x();
    int height = layout.shape().y();
    for (int x = 0; x < width; x += TILE) {
      int length = Math.min(TILE, width - x);
      for (int y = 0; y < height; y++) {
        int from = layout.index(x, y, z, t);
        voxels.gatherTo(from, layout.strideX(), into, at + y * width + x, length);
      }
    }
  }
}
