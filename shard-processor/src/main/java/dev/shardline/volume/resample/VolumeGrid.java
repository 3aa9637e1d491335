package dev.shardline.volume.resample;

import dev.shardline.volume.Affine;
import dev.shardline.volume.Axis;
import dev.shardline.volume.Spacing;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;

/// Where the voxels of a volume to be made lie.
///
/// @param shape extents; the number of time points is the source volume's
public record VolumeGrid(VolumeShape shape, Affine affine) {

  /// The grid that a volume lies on.
  public static VolumeGrid of(Volume volume) {
    return new VolumeGrid(volume.shape(), volume.affine());
  }

  /// A grid of this spacing along the patient's axes (RAS) that holds every voxel centre of the
  /// volume, beginning at the corner with the least coordinates: nibabel's `vox2out_vox`. An
  /// oblique volume is turned upright by it and gets a larger field of view.
  public static VolumeGrid alongPatientAxes(Volume volume, Spacing spacing) {
    double[] least = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
    double[] most = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    VolumeShape shape = volume.shape();
    for (int corner = 0; corner < 8; corner++) {
      double[] position =
          volume
              .affine()
              .apply(
                  (corner & 1) * (shape.x() - 1),
                  (corner >> 1 & 1) * (shape.y() - 1),
                  (corner >> 2) * (shape.z() - 1));
      for (int i = 0; i < 3; i++) {
        least[i] = Math.min(least[i], position[i]);
        most[i] = Math.max(most[i], position[i]);
      }
    }
    VolumeShape extents =
        new VolumeShape(
            extent(most[0] - least[0], spacing.x()),
            extent(most[1] - least[1], spacing.y()),
            extent(most[2] - least[2], spacing.z()),
            shape.timePoints());
    return new VolumeGrid(
        extents,
        Affine.of(
            spacing.x(), 0, 0, least[0], 0, spacing.y(), 0, least[1], 0, 0, spacing.z(), least[2]));
  }

  /// A grid of this spacing along the volume's own axes, from its first voxel's centre to at least
  /// its last one's.
  public static VolumeGrid alongVoxelAxes(Volume volume, Spacing spacing) {
    VolumeShape shape = volume.shape();
    Spacing current = volume.spacing();
    VolumeShape extents = shape;
    double[] factors = new double[3];
    for (Axis axis : Axis.ALL) {
      double length = (shape.extent(axis) - 1) * current.along(axis);
      extents = extents.with(axis, extent(length, spacing.along(axis)));
      factors[axis.index()] = spacing.along(axis) / current.along(axis);
    }
    Affine steps = Affine.scaling(factors[0], factors[1], factors[2]);
    return new VolumeGrid(extents, volume.affine().times(steps));
  }

  /// A grid of this shape over the volume's field of view: the outer faces of the outermost voxels
  /// stay where they are.
  public static VolumeGrid ofShape(Volume volume, int x, int y, int z) {
    VolumeShape old = volume.shape();
    VolumeShape shape = new VolumeShape(x, y, z, old.timePoints());
    double[] rows = new double[12];
    for (Axis axis : Axis.ALL) {
      double factor = (double) old.extent(axis) / shape.extent(axis);
      rows[axis.index() * 5] = factor;
      rows[axis.index() * 4 + 3] = factor / 2 - 0.5;
    }
    return new VolumeGrid(shape, volume.affine().times(Affine.of(rows)));
  }

  private static int extent(double length, double step) {
    double extent = Math.ceil(length / step) + 1;
    if (!(extent <= Integer.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "A spacing of %s mm makes %s voxels of %s mm".formatted(step, extent, length));
    }
    return (int) extent;
  }
}
