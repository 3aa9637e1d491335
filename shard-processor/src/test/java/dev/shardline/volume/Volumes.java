package dev.shardline.volume;

import java.util.Random;

/// Volumes for tests.
public final class Volumes {
  private Volumes() {}

  /// Values 0, 1, 2, … with x fastest, voxels of 1 mm.
  public static Volume counting(int x, int y, int z) {
    float[] values = new float[x * y * z];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    return Volume.ofFloats(values, new VolumeShape(x, y, z), Affine.identity());
  }

  /// Random values of mean 100 and deviation 20.
  public static Volume random(VolumeShape shape, Affine affine, long seed) {
    Random random = new Random(seed);
    float[] values = new float[(int) shape.voxels()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (100 + 20 * random.nextGaussian());
    }
    return Volume.ofFloats(values, shape, affine);
  }

  /// Random integers 0 to 999.
  public static Volume randomShorts(VolumeShape shape, Affine affine, long seed) {
    Random random = new Random(seed);
    short[] values = new short[(int) shape.voxels()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) random.nextInt(1000);
    }
    return Volume.of(new ShortVoxels(values), shape, affine, VoxelType.INT16);
  }

  /// A volume over given values with voxels of 1 mm.
  public static Volume of(int x, int y, int z, double... values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return Volume.ofFloats(floats, new VolumeShape(x, y, z), Affine.identity());
  }
}
