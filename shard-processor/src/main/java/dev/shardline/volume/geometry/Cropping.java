package dev.shardline.volume.geometry;

import dev.shardline.volume.Axis;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.VoxelLayout;
import dev.shardline.volume.VoxelType;
import dev.shardline.volume.mask.VoxelBox;

/// Cuts and pads. Both only change the view: voxels of padding are written when they are read.
public final class Cropping {
  private Cropping() {}

  /// The part of a volume inside a box.
  public static Volume crop(Volume volume, VoxelBox box) {
    VoxelLayout part =
        volume
            .layout()
            .block(box.x(), box.y(), box.z(), box.extentX(), box.extentY(), box.extentZ());
    return volume.withView(part, volume.affine().withOriginAt(box.x(), box.y(), box.z()));
  }

  /// The volume cut or padded about its centre, each axis for itself. As MONAI's
  /// `ResizeWithPadOrCrop`: an odd extra voxel of padding comes last, and cutting keeps the middle
  /// index `extent / 2` at the middle index.
  public static Volume padOrCrop(Volume volume, int x, int y, int z, float padding) {
    int[] targets = {x, y, z};
    int[] before = new int[3];
    VolumeShape shape = volume.shape();
    for (Axis axis : Axis.ALL) {
      int target = targets[axis.index()];
      int extent = shape.extent(axis);
      before[axis.index()] = extent > target ? -(extent / 2 - target / 2) : (target - extent) / 2;
    }
    return place(volume, before, new VolumeShape(x, y, z, shape.timePoints()), padding);
  }

  /// The volume padded at its end and its beginning alike, until every extent is a multiple of
  /// `divisor`.
  public static Volume padToMultiple(Volume volume, int divisor, float padding) {
    VolumeShape target = shapeOfMultiple(volume.shape(), divisor);
    return padOrCrop(volume, target.x(), target.y(), target.z(), padding);
  }

  /// The least extents that are multiples of `divisor` and hold the shape.
  public static VolumeShape shapeOfMultiple(VolumeShape shape, int divisor) {
    return new VolumeShape(
        multiple(shape.x(), divisor),
        multiple(shape.y(), divisor),
        multiple(shape.z(), divisor),
        shape.timePoints());
  }

  private static int multiple(int extent, int divisor) {
    return Math.multiplyExact(Math.ceilDiv(extent, divisor), divisor);
  }

  /// @param before voxels of padding before the first voxel along each axis; negative to cut
  private static Volume place(Volume volume, int[] before, VolumeShape target, float padding) {
    VolumeShape shape = volume.shape();
    int[] start = new int[3];
    int[] extent = new int[3];
    for (Axis axis : Axis.ALL) {
      int i = axis.index();
      start[i] = Math.max(0, -before[i]);
      int end = Math.min(shape.extent(axis), target.extent(axis) - before[i]);
      extent[i] = end - start[i];
    }
    VoxelBox kept = new VoxelBox(start[0], start[1], start[2], extent[0], extent[1], extent[2]);
    Volume part = crop(volume, kept);
    return part.shape().equals(target) ? part : padded(part, before, target, padding);
  }

  private static Volume padded(Volume part, int[] before, VolumeShape target, float padding) {
    boolean whole = padding == (float) Math.rint((double) padding);
    VoxelType type = part.type().isInteger() && !whole ? VoxelType.FLOAT32 : part.type();
    return part.padded(
        target,
        Math.max(0, before[0]),
        Math.max(0, before[1]),
        Math.max(0, before[2]),
        padding,
        type);
  }
}
