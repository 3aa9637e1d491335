package dev.shardline.volume;

/// Where the voxels of a volume lie, of one that is or one that is to be made.
///
/// @param affine takes voxel indices (x, y, z) to millimetres RAS+
public record VolumeGrid(VolumeShape shape, Affine affine) {

  /// A grid of this spacing along the patient's axes (RAS) that holds every voxel centre of this
  /// one, beginning at the corner with the least coordinates: nibabel's `vox2out_vox`. An oblique
  /// volume is turned upright by it and gets a larger field of view.
  public VolumeGrid alongPatientAxes(Spacing spacing) {
    double[] least = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
    double[] most = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    for (int corner = 0; corner < 8; corner++) {
      double[] position =
          affine.apply(
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

  /// A grid of this spacing along the same axes, from the first voxel's centre to at least the last
  /// one's.
  public VolumeGrid alongVoxelAxes(Spacing spacing) {
    Spacing current = affine.spacing();
    VolumeShape extents = shape;
    double[] factors = new double[3];
    for (Axis axis : Axis.ALL) {
      double length = (shape.extent(axis) - 1) * current.along(axis);
      extents = extents.with(axis, extent(length, spacing.along(axis)));
      factors[axis.index()] = spacing.along(axis) / current.along(axis);
    }
    Affine steps = Affine.scaling(factors[0], factors[1], factors[2]);
    return new VolumeGrid(extents, affine.times(steps));
  }

  /// A grid of this shape over the same field of view: the outer faces of the outermost voxels stay
  /// where they are.
  public VolumeGrid ofShape(int x, int y, int z) {
    VolumeShape other = new VolumeShape(x, y, z, shape.timePoints());
    double[] rows = new double[12];
    for (Axis axis : Axis.ALL) {
      double factor = (double) shape.extent(axis) / other.extent(axis);
      rows[axis.index() * 5] = factor;
      rows[axis.index() * 4 + 3] = factor / 2 - 0.5;
    }
    return new VolumeGrid(other, affine.times(Affine.of(rows)));
  }

  /// Saturates: no memory holds as many voxels.
  private static int extent(double length, double step) {
    return (int) Math.min(Integer.MAX_VALUE, Math.ceil(length / step) + 1);
  }
}
