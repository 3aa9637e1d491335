package dev.shardline.volume.bias;

/// A lattice's field at the voxels of a grid, a plane at a time: a field is never in memory as a
/// whole. Owns the planes it works with, so it is for one thread.
final class FieldPlanes {
  private final SplineLattice lattice;
  private final GridBasis basis;
  private final double[] controlPlane;
  private final double[] controlRow;
  private final float[] plane;

  FieldPlanes(SplineLattice lattice, GridBasis basis) {
    this.lattice = lattice;
    this.basis = basis;
    this.controlRow = new double[basis.x().controls()];
    this.controlPlane = new double[controlRow.length * basis.y().controls()];
    this.plane = new float[basis.x().count() * basis.y().count()];
  }

  /// How many planes there are.
  int count() {
    return basis.z().count();
  }

  /// The field's logarithm at the voxels of a plane, x fastest, as the lattice is now.
  ///
  /// @return overwritten by the next call
  float[] at(int z) {
    AxisBasis x = basis.x();
    AxisBasis y = basis.y();
    blend(lattice.controls(), basis.z(), z, controlPlane);
    int at = 0;
    for (int j = 0; j < y.count(); j++) {
      blend(controlPlane, y, j, controlRow);
      for (int i = 0; i < x.count(); i++) {
        int first = x.first(i);
        plane[at++] =
            (float)
                (x.weight(i, 0) * controlRow[first]
                    + x.weight(i, 1) * controlRow[first + 1]
                    + x.weight(i, 2) * controlRow[first + 2]
                    + x.weight(i, 3) * controlRow[first + 3]);
      }
    }
    return plane;
  }

  private static void blend(double[] from, AxisBasis axis, int index, double[] to) {
    int start = axis.first(index) * to.length;
    for (int i = 0; i < to.length; i++) {
      double sum = 0;
      for (int k = 0; k < AxisBasis.SUPPORT; k++) {
        sum += axis.weight(index, k) * from[start + k * to.length + i];
      }
      to[i] = sum;
    }
  }
}
