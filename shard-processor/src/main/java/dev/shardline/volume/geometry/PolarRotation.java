package dev.shardline.volume.geometry;

import dev.shardline.volume.Affine;
import dev.shardline.volume.Axis;

/// The orthogonal factor of an affine's axes: the rotation (perhaps with a reflection) nearest to
/// them once each axis has length 1.
final class PolarRotation {
  private static final int MOST_ITERATIONS = 60;

  private PolarRotation() {}

  /// @param affine not singular
  /// @return 3 x 3 values row by row; column j is the direction of voxel axis j
  static double[] of(Affine affine) {
    Affine current = unitColumns(affine);
    // Newton's iteration for the polar decomposition: the mean with the inverse transpose.
    for (int i = 0; i < MOST_ITERATIONS; i++) {
      Affine inverse = current.inverse();
      double[] next = new double[12];
      for (int row = 0; row < 3; row++) {
        for (int column = 0; column < 3; column++) {
          next[row * 4 + column] = (current.at(row, column) + inverse.at(column, row)) / 2;
        }
      }
      Affine mean = Affine.of(next);
      boolean settled = mean.distanceTo(current) < 1e-15;
      current = mean;
      if (settled) {
        break;
      }
    }
    return linearPart(current);
  }

  private static Affine unitColumns(Affine affine) {
    double[] values = new double[12];
    for (Axis axis : Axis.ALL) {
      double length = affine.columnLength(axis);
      for (int row = 0; row < 3; row++) {
        values[row * 4 + axis.index()] = affine.at(row, axis.index()) / length;
      }
    }
    return Affine.of(values);
  }

  private static double[] linearPart(Affine affine) {
    double[] values = new double[9];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        values[row * 3 + column] = affine.at(row, column);
      }
    }
    return values;
  }
}
