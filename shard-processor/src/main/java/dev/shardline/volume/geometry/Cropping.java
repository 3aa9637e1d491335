package dev.shardline.volume.geometry;

import dev.shardline.volume.Axis;
import dev.shardline.volume.FloatVoxels;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.VoxelLayout;
import dev.shardline.volume.VoxelType;
import dev.shardline.volume.mask.VoxelBox;
import java.util.Arrays;

/// Cuts and pads. Cutting only changes the view; padding makes new voxels of one value.
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
    if (part.shape().equals(target)) {
      return part;
    }
    int[] offset = {Math.max(0, before[0]), Math.max(0, before[1]), Math.max(0, before[2])};
    return padded(part, offset, target, padding);
  }

  /// Copies the rows of a plane.
  ///
  /// @param stride distance of the copied rows
  private static void readPlane(Volume part, int z, int t, float[] values, int at, int stride) {
    for (int y = 0; y < part.shape().y(); y++) {
      part.readRow(y, z, t, values, at + y * stride);
    }
  }

  private static Volume padded(Volume part, int[] offset, VolumeShape target, float padding) {
    float[] values = new float[Math.toIntExact(target.voxels())];
    if (padding != 0) {
      Arrays.fill(values, padding);
    }
    VoxelLayout layout = VoxelLayout.xFastest(target);
    VolumeShape shape = part.shape();
    for (int t = 0; t < shape.timePoints(); t++) {
      for (int z = 0; z < shape.z(); z++) {
        int at = layout.index(offset[0], offset[1], z + offset[2], t);
        readPlane(part, z, t, values, at, target.x());
      }
    }
    boolean whole = padding == (float) Math.rint((double) padding);
    VoxelType type = part.type().isInteger() && !whole ? VoxelType.FLOAT32 : part.type();
    return part.withVoxels(
        new FloatVoxels(values),
        layout,
        part.affine().withOriginAt(-offset[0], -offset[1], -offset[2]),
        type);
  }
}
