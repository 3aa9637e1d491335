package dev.shardline.volume;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;

/// Where the voxels of a volume lie in an array: voxel (x, y, z, t) is at `offset + x·strideX +
/// y·strideY + z·strideZ + t·strideT`. Strides may be negative (a flipped axis). Flipping,
/// permuting, cropping and picking a time point only change the layout.
public record VoxelLayout(
    VolumeShape shape, int offset, int strideX, int strideY, int strideZ, int strideT) {

  /// The layout of a NIfTI file: x fastest, then y, z, t.
  ///
  /// @throws IllegalArgumentException if the voxels do not fit one array
  public static VoxelLayout xFastest(VolumeShape shape) {
    if (shape.voxels() > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("A volume of " + shape + " does not fit one array");
    }
    int plane = shape.x() * shape.y();
    return new VoxelLayout(shape, 0, 1, shape.x(), plane, plane * shape.z());
  }

  public int index(int x, int y, int z, int t) {
    return offset + x * strideX + y * strideY + z * strideZ + t * strideT;
  }

  public int stride(Axis axis) {
    return switch (axis) {
      case X -> strideX;
      case Y -> strideY;
      case Z -> strideZ;
    };
  }

  /// The same voxels with one axis running the other way.
  public VoxelLayout flip(Axis axis) {
    int stride = stride(axis);
    int last = offset + stride * (shape.extent(axis) - 1);
    return new VoxelLayout(
        shape,
        last,
        axis == Axis.X ? -stride : strideX,
        axis == Axis.Y ? -stride : strideY,
        axis == Axis.Z ? -stride : strideZ,
        strideT);
  }

  /// The same voxels with the axes in another order: x of the result is `first` of this, and so on.
  public VoxelLayout permute(Axis first, Axis second, Axis third) {
    VolumeShape permuted =
        new VolumeShape(
            shape.extent(first), shape.extent(second), shape.extent(third), shape.timePoints());
    return new VoxelLayout(permuted, offset, stride(first), stride(second), stride(third), strideT);
  }

  /// The block of this layout that begins at voxel (x, y, z) and has the given extents; all time
  /// points are kept.
  ///
  /// @throws IndexOutOfBoundsException if the block is not inside
  public VoxelLayout block(int x, int y, int z, int extentX, int extentY, int extentZ) {
    Objects.checkFromIndexSize(x, extentX, shape.x());
    Objects.checkFromIndexSize(y, extentY, shape.y());
    Objects.checkFromIndexSize(z, extentZ, shape.z());
    VolumeShape part = new VolumeShape(extentX, extentY, extentZ, shape.timePoints());
    return new VoxelLayout(part, index(x, y, z, 0), strideX, strideY, strideZ, strideT);
  }

  /// The 3-D layout of one time point.
  public VoxelLayout timePoint(int t) {
    Objects.checkIndex(t, shape.timePoints());
    return new VoxelLayout(
        shape.withTimePoints(1), index(0, 0, 0, t), strideX, strideY, strideZ, strideT);
  }

  /// The lowest array index that any voxel has.
  public int lowestIndex() {
    return offset
        + Math.min(0, strideX * (shape.x() - 1))
        + Math.min(0, strideY * (shape.y() - 1))
        + Math.min(0, strideZ * (shape.z() - 1))
        + Math.min(0, strideT * (shape.timePoints() - 1));
  }

  /// Whether every voxel has an index inside an array of this length.
  public boolean fitsIn(int length) {
    int furthest = index(shape.x() - 1, shape.y() - 1, shape.z() - 1, shape.timePoints() - 1);
    int highest = furthest + offset - lowestIndex();
    return lowestIndex() >= 0 && highest < length;
  }

  /// Whether the voxels fill one gapless run of the array, in whatever order.
  public boolean isDense() {
    int[][] axes = {
      {strideX, shape.x()},
      {strideY, shape.y()},
      {strideZ, shape.z()},
      {strideT, shape.timePoints()}
    };
    Arrays.sort(axes, Comparator.comparingInt(axis -> Math.abs(axis[0])));
    long expected = 1;
    for (int[] axis : axes) {
      if (axis[1] > 1) {
        if (Math.abs(axis[0]) != expected) {
          return false;
        }
        expected *= axis[1];
      }
    }
    return true;
  }

  /// Whether this is [#xFastest] from index 0.
  public boolean isXFastest() {
    return equals(xFastest(shape));
  }
}
