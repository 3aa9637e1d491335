package dev.shardline.volume;

/// Copies a strided view into x-fastest order.
final class VoxelGather {
  /// Voxels of a tile's side: two tiles of floats stay in the first-level cache.
  private static final int TILE = 32;

  private VoxelGather() {}

  static float[] xFastest(Voxels voxels, VoxelLayout layout) {
    float[] result = new float[Math.toIntExact(layout.shape().voxels())];
    xFastest(voxels, layout, result);
    return result;
  }

  static void xFastest(Voxels voxels, VoxelLayout layout, float[] result) {
    VolumeShape shape = layout.shape();
    int plane = shape.x() * shape.y();
    if (isNearest(layout.strideZ(), layout)) {
      for (int t = 0; t < shape.timePoints(); t++) {
        copySquares(voxels, layout, t, result, t * shape.z() * plane);
      }
      return;
    }
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

  private static boolean isNearest(int stride, VoxelLayout layout) {
    return Math.abs(stride) < Math.abs(layout.strideX())
        && Math.abs(stride) < Math.abs(layout.strideY());
  }

  /// Turns squares of x and z, where neighbours along z are nearest: reads a square's rows along z,
  /// writes its rows along x, so that every cache line is read and written once.
  private static void copySquares(Voxels voxels, VoxelLayout layout, int t, float[] into, int at) {
    VolumeShape shape = layout.shape();
    float[] square = new float[TILE * TILE];
    for (int y = 0; y < shape.y(); y++) {
      for (int z = 0; z < shape.z(); z += TILE) {
        int depth = Math.min(TILE, shape.z() - z);
        for (int x = 0; x < shape.x(); x += TILE) {
          int width = Math.min(TILE, shape.x() - x);
          for (int i = 0; i < width; i++) {
            int from = layout.index(x + i, y, z, t);
            voxels.gatherTo(from, layout.strideZ(), square, i * TILE, depth);
          }
          int to = at + (z * shape.y() + y) * shape.x() + x;
          turn(square, depth, width, into, to, shape.y() * shape.x());
        }
      }
    }
  }

  private static void turn(float[] square, int depth, int width, float[] into, int at, int stride) {
    for (int k = 0; k < depth; k++) {
      int to = at + k * stride;
      for (int i = 0; i < width; i++) {
        into[to + i] = square[i * TILE + k];
      }
    }
  }
}
