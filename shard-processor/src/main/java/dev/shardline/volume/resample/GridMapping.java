package dev.shardline.volume.resample;

import dev.shardline.volume.Affine;
import dev.shardline.volume.Axis;
import dev.shardline.volume.VolumeShape;
import java.util.Optional;

/// Takes voxel positions of a target grid to voxel positions of a source: the inverse of the
/// source's affine times the target's.
///
/// Where both grids run along the same axes it is computed operation by operation as NumPy's
/// `inv(source).dot(target)` is, since a last-bit difference decides whether an outermost voxel
/// lies inside.
final class GridMapping {
  /// What a slight tilt may move a position by, in source voxels, and still count as none.
  private static final double NEGLIGIBLE = 1e-6;

  private final Affine matrix;

  private GridMapping(Affine matrix) {
    this.matrix = matrix;
  }

  static GridMapping between(Affine source, Affine target) {
    return new GridMapping(isMonomial(source) ? steps(source, target) : general(source, target));
  }

  private static Affine general(Affine source, Affine target) {
    return source.inverse().times(target);
  }

  /// As [#general], for a source with one non-zero value in each row and column.
  private static Affine steps(Affine source, Affine target) {
    double[] rows = new double[12];
    for (int axis = 0; axis < 3; axis++) {
      int world = nonZeroRow(source, axis);
      double reciprocal = 1 / source.at(world, axis);
      for (int column = 0; column < 3; column++) {
        rows[axis * 4 + column] = reciprocal * target.at(world, column);
      }
      rows[axis * 4 + 3] = reciprocal * target.at(world, 3) + -(source.at(world, 3) * reciprocal);
    }
    return Affine.of(rows);
  }

  private static boolean isMonomial(Affine affine) {
    for (int i = 0; i < 3; i++) {
      int inRow = 0;
      int inColumn = 0;
      for (int j = 0; j < 3; j++) {
        inRow += affine.at(i, j) == 0 ? 0 : 1;
        inColumn += affine.at(j, i) == 0 ? 0 : 1;
      }
      if (inRow != 1 || inColumn != 1) {
        return false;
      }
    }
    return true;
  }

  private static int nonZeroRow(Affine affine, int column) {
    int row = 0;
    while (affine.at(row, column) == 0) {
      row++;
    }
    return row;
  }

  Affine matrix() {
    return matrix;
  }

  /// How many source voxels along an axis one step of the target grid goes, over all its axes.
  double sourceStep(Axis sourceAxis) {
    int row = sourceAxis.index();
    return Math.sqrt(
        matrix.at(row, 0) * matrix.at(row, 0)
            + matrix.at(row, 1) * matrix.at(row, 1)
            + matrix.at(row, 2) * matrix.at(row, 2));
  }

  /// The one-dimensional steps along x, y and z, if each target axis runs along the source axis of
  /// the same name (up to a negligible tilt) so that axes can be worked on one after the other.
  Optional<AxisStep[]> alignedSteps(VolumeShape target) {
    AxisStep[] steps = new AxisStep[3];
    for (Axis axis : Axis.ALL) {
      int row = axis.index();
      double tilt = 0;
      for (Axis other : Axis.ALL) {
        if (other != axis) {
          tilt += Math.abs(matrix.at(row, other.index())) * (target.extent(other) - 1);
        }
      }
      if (tilt > NEGLIGIBLE || matrix.at(row, row) == 0) {
        return Optional.empty();
      }
      steps[row] = new AxisStep(matrix.at(row, row), matrix.at(row, 3), tilt);
    }
    return Optional.of(steps);
  }

  /// Target index i lies at source position `i · scale + shift`.
  ///
  /// @param slack how far outside a position still counts as inside
  record AxisStep(double scale, double shift, double slack) {}
}
