package dev.shardline.volume.filter;

import dev.shardline.volume.FloatVoxels;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.VoxelLayout;

/// Replaces every voxel by the median of the cube around it, which takes single outliers away and
/// keeps edges. The volume goes on with its outermost values: `scipy.ndimage.median_filter(…,
/// size=2·radius+1, mode="nearest")`, exactly. Time points are filtered each for itself.
///
/// @param radius voxels from the cube's centre to its faces, 1 to 3
public record MedianFilter(int radius) {
  private static final int LARGEST_RADIUS = 3;

  public MedianFilter {
    if (radius < 1 || radius > LARGEST_RADIUS) {
      throw new IllegalArgumentException(
          "A median's radius is 1 to %d voxels, not %d".formatted(LARGEST_RADIUS, radius));
    }
  }

  /// The filtered volume; whole numbers stay whole.
  public Volume apply(Volume volume) {
    VolumeShape shape = volume.shape();
    float[] values = volume.compact().values();
    float[] medians = new float[values.length];
    int points = shape.x() * shape.y() * shape.z();
    for (int start = 0; start < values.length; start += points) {
      filter(values, start, shape, medians);
    }
    return volume.withVoxels(
        new FloatVoxels(medians), VoxelLayout.xFastest(shape), volume.affine(), volume.type());
  }

  private void filter(float[] values, int start, VolumeShape shape, float[] medians) {
    int edge = 2 * radius + 1;
    float[] cube = new float[edge * edge * edge];
    for (int z = 0; z < shape.z(); z++) {
      for (int y = 0; y < shape.y(); y++) {
        int row = start + (z * shape.y() + y) * shape.x();
        for (int x = 0; x < shape.x(); x++) {
          gather(values, start, shape, x, y, z, cube);
          medians[row + x] = Middle.of(cube);
        }
      }
    }
  }

  private void gather(
      float[] values, int start, VolumeShape shape, int x, int y, int z, float[] cube) {
    int count = 0;
    for (int dz = -radius; dz <= radius; dz++) {
      int nearZ = Math.clamp(z + dz, 0, shape.z() - 1);
      for (int dy = -radius; dy <= radius; dy++) {
        int nearY = Math.clamp(y + dy, 0, shape.y() - 1);
        int row = start + (nearZ * shape.y() + nearY) * shape.x();
        for (int dx = -radius; dx <= radius; dx++) {
          cube[count++] = values[row + Math.clamp(x + dx, 0, shape.x() - 1)];
        }
      }
    }
  }

  /// The middle one of an odd number of values (C. A. R. Hoare's selection).
  private static final class Middle {
    static float of(float[] values) {
      int wanted = values.length / 2;
      int low = 0;
      int high = values.length - 1;
      while (low < high) {
        float pivot = values[wanted];
        int left = low;
        int right = high;
        while (left <= right) {
          while (values[left] < pivot) {
            left++;
          }
          while (values[right] > pivot) {
            right--;
          }
          if (left <= right) {
            float swapped = values[left];
            values[left++] = values[right];
            values[right--] = swapped;
          }
        }
        low = right < wanted ? left : low;
        high = left > wanted ? right : high;
      }
      return values[wanted];
    }
  }
}
