package dev.shardline.volume.geometry;

import dev.shardline.volume.Axis;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeGrid;

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
    return turned(volume, AxisTurn.between(Orientation.of(volume.affine()), target));
  }

  /// Where the voxels of a volume lie that is turned to `target`.
  public static VolumeGrid to(VolumeGrid grid, Orientation target) {
    return AxisTurn.between(Orientation.of(grid.affine()), target).of(grid);
  }

  /// The volume with one axis running the other way; voxels keep their place in the patient.
  public static Volume flip(Volume volume, Axis axis) {
    return turned(volume, AxisTurn.flipOf(axis));
  }

  private static Volume turned(Volume volume, AxisTurn turn) {
    return volume.withView(turn.of(volume.layout()), turn.of(volume.grid()).affine());
  }
}
