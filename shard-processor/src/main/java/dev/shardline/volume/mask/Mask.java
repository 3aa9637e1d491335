package dev.shardline.volume.mask;

import dev.shardline.volume.VolumeShape;
import java.util.Optional;

/// A yes or no for each voxel of a 3-D grid, x fastest. Owns its array; safe to share once made.
public final class Mask {
  private final VolumeShape shape;
  private final boolean[] set;

  /// @param shape 3-D
  /// @param set x fastest; taken over
  public Mask(VolumeShape shape, boolean[] set) {
    if (shape.isTimeSeries() || shape.voxels() != set.length) {
      throw new IllegalArgumentException(
          "A mask of %s does not have %d voxels".formatted(shape, set.length));
    }
    this.shape = shape;
    this.set = set;
  }

  public VolumeShape shape() {
    return shape;
  }

  /// The voxels with x fastest: the mask's own array, not to be written.
  public boolean[] array() {
    return set;
  }

  public boolean at(int x, int y, int z) {
    return set[(z * shape.y() + y) * shape.x() + x];
  }

  /// How many voxels are set.
  public int count() {
    int count = 0;
    for (boolean voxel : set) {
      count += voxel ? 1 : 0;
    }
    return count;
  }

  /// The share of voxels that are set.
  public double fraction() {
    return (double) count() / set.length;
  }

  /// The smallest box around all set voxels; empty if none is set.
  public Optional<VoxelBox> boundingBox() {
    int[] least = {shape.x(), shape.y(), shape.z()};
    int[] most = {-1, -1, -1};
    for (int z = 0; z < shape.z(); z++) {
      for (int y = 0; y < shape.y(); y++) {
        int row = (z * shape.y() + y) * shape.x();
        int first = firstSet(row);
        if (first >= 0) {
          least[0] = Math.min(least[0], first);
          most[0] = Math.max(most[0], lastSet(row));
          least[1] = Math.min(least[1], y);
          most[1] = Math.max(most[1], y);
          least[2] = Math.min(least[2], z);
          most[2] = z;
        }
      }
    }
    return most[0] < 0
        ? Optional.empty()
        : Optional.of(
            new VoxelBox(
                least[0],
                least[1],
                least[2],
                most[0] - least[0] + 1,
                most[1] - least[1] + 1,
                most[2] - least[2] + 1));
  }

  private int firstSet(int row) {
    for (int x = 0; x < shape.x(); x++) {
      if (set[row + x]) {
        return x;
      }
    }
    return -1;
  }

  private int lastSet(int row) {
    int x = shape.x() - 1;
    while (!set[row + x]) {
      x--;
    }
    return x;
  }
}
