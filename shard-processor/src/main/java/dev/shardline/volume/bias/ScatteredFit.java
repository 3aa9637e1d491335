package dev.shardline.volume.bias;

import dev.shardline.volume.mask.Mask;
import java.util.Arrays;

/// Fits a smooth field to values at scattered voxels: one level of multilevel B-spline
/// approximation (S. Lee, G. Wolberg, S. Y. Shin 1997). The splines are products of those of the
/// axes, so each sum runs along one axis after the other. Owns what it works with, so it is for one
/// thread.
final class ScatteredFit {
  private final GridBasis basis;
  private final boolean[] mask;
  private final double[] row;
  private final double[] plane;
  private final double[] weights;
  private final double[] lattice;

  /// @param mask where there are values: on the basis' grid
  ScatteredFit(GridBasis basis, Mask mask) {
    this.basis = basis;
    this.mask = mask.array();
    this.row = new double[basis.x().controls()];
    this.plane = new double[row.length * basis.y().controls()];
    this.weights = new double[plane.length * basis.z().controls()];
    this.lattice = new double[weights.length];
    sum(_ -> 1, 2, weights);
  }

  /// The lattice nearest to the values.
  ///
  /// @param values at the mask's voxels, x fastest
  /// @return overwritten by the next call
  double[] fit(float[] values) {
    sum(index -> values[index], 3, lattice);
    for (int i = 0; i < lattice.length; i++) {
      lattice[i] = weights[i] > 0 ? lattice[i] / weights[i] : 0;
    }
    return lattice;
  }

  /// Values at the mask's voxels.
  private interface Values {
    float at(int index);
  }

  /// For each control point the sum over voxels of value times spline to a power; for power 3 each
  /// voxel's share is divided by the sum of its squared splines.
  private void sum(Values values, int power, double[] sums) {
    Arrays.fill(sums, 0);
    int at = 0;
    int count = 0;
    for (int k = 0; k < basis.z().count(); k++) {
      Arrays.fill(plane, 0);
      for (int j = 0; j < basis.y().count(); j++) {
        Arrays.fill(row, 0);
        for (int i = 0; i < basis.x().count(); i++) {
          if (mask[at++]) {
            spread(basis.x(), i, power, values.at(count++), row);
          }
        }
        spread(basis.y(), j, power, row, plane);
      }
      spread(basis.z(), k, power, plane, sums);
    }
  }

  private static void spread(AxisBasis axis, int index, int power, double value, double[] to) {
    double share = power == 3 ? value / axis.squares(index) : value;
    int first = axis.first(index);
    for (int k = 0; k < AxisBasis.SUPPORT; k++) {
      to[first + k] += share * raised(axis.weight(index, k), power);
    }
  }

  private static void spread(AxisBasis axis, int index, int power, double[] from, double[] to) {
    double divisor = power == 3 ? axis.squares(index) : 1;
    int first = axis.first(index) * from.length;
    for (int k = 0; k < AxisBasis.SUPPORT; k++) {
      double factor = raised(axis.weight(index, k), power) / divisor;
      int start = first + k * from.length;
      for (int i = 0; i < from.length; i++) {
        to[start + i] += from[i] * factor;
      }
    }
  }

  private static double raised(double weight, int power) {
    return power == 3 ? weight * weight * weight : weight * weight;
  }
}
