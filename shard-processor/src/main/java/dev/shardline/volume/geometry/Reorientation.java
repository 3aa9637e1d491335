package dev.shardline.volume.geometry;

import dev.shardline.volume.Affine;
import dev.shardline.volume.Axis;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.VoxelLayout;

/// Turns a volume to a named orientation by swapping and flipping its axes; no value changes, no
/// memory moves. nibabel's `as_closest_canonical` when the target is RAS.
public final class Reorientation {
  private Reorientation() {}

  /// The volume with x to the right, y to the front and z to the top, as nearly as whole axes
  /// allow.
  public static Volume toCanonical(Volume volume) {
    return to(volume, Orientation.RAS);
  }

  /// The volume turned to `target`.
  public static Volume to(Volume volume, Orientation target) {
    Orientation current = Orientation.of(volume.affine());
    Axis[] source = new Axis[3];
    boolean[] flipped = new boolean[3];
    for (int i = 0; i < 3; i++) {
      int from = current.world().indexOf(target.world().get(i));
      source[i] = Axis.ALL.get(from);
      flipped[i] = !current.positive().get(from).equals(target.positive().get(i));
    }
    VoxelLayout layout = volume.layout().permute(source[0], source[1], source[2]);
    for (int i = 0; i < 3; i++) {
      layout = flipped[i] ? layout.flip(Axis.ALL.get(i)) : layout;
    }
    Affine toOld = toOldVoxels(volume.shape(), source, flipped);
    return volume.withView(layout, volume.affine().times(toOld));
  }

  /// The volume with one axis running the other way; voxels keep their place in the patient.
  public static Volume flip(Volume volume, Axis axis) {
    boolean[] flipped = {axis == Axis.X, axis == Axis.Y, axis == Axis.Z};
    Affine toOld = toOldVoxels(volume.shape(), Axis.values(), flipped);
    return volume.withView(volume.layout().flip(axis), volume.affine().times(toOld));
  }

  /// The matrix from new voxel indices to old ones.
  private static Affine toOldVoxels(VolumeShape old, Axis[] source, boolean[] flipped) {
    double[] values = new double[12];
    for (int i = 0; i < 3; i++) {
      int row = source[i].index();
      values[row * 4 + i] = flipped[i] ? -1 : 1;
      values[row * 4 + 3] = flipped[i] ? old.extent(source[i]) - 1 : 0;
    }
    return Affine.of(values);
  }
}
