package dev.shardline.volume.mask;

import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;

/// Looks at planes of values, and says of each value whether it is foreground.
@FunctionalInterface
interface PlaneRule {
  /// So many are looked at together: values of a cache line, where planes are neighbours.
  int PLANES = 16;

  /// @param planes not to be kept
  /// @param set one for each value from `at` on
  /// @param length how many values there are
  void mark(float[] planes, boolean[] set, int at, int length);

  /// The foreground of a 3-D volume. The volume need not lie in memory with x fastest, and is not
  /// copied.
  default Mask over(Volume volume) {
    VolumeShape shape = volume.shape();
    boolean[] set = new boolean[Math.toIntExact(shape.voxels())];
    int plane = shape.x() * shape.y();
    float[] planes = new float[Math.min(PLANES, shape.z()) * plane];
    for (int z = 0; z < shape.z(); z += PLANES) {
      int count = Math.min(PLANES, shape.z() - z);
      volume.readPlanes(z, count, 0, planes);
      mark(planes, set, z * plane, count * plane);
    }
    return new Mask(shape, set);
  }
}
