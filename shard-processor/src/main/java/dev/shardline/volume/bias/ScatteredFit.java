package dev.shardline.volume.bias;

import dev.shardline.volume.mask.Mask;
import java.util.Arrays;

/// Fits a smooth field to values at scattered voxels: one level of multilevel B-spline
/// approximation (S. Lee, G. Wolberg, S. Y. Shin 1997). The splines are products of those of the
/// axes, so each sum runs along one axis after the other.
final class ScatteredFit {
  private final AxisBasis x;
  private final AxisBasis y;
  private final AxisBasis z;
  private final double[] weights;

  /// @param mask where there are values: as many voxels as the axes, x fastest
  ScatteredFit(AxisBasis x, AxisBasis y, AxisBasis z, Mask mask) {
    this.x = x;
    this.y = y;
    this.z = z;
    float[] ones = new float[mask.array().length];
    for (int i = 0; i < ones.length; i++) {
      ones[i] = mask.array()[i] ? 1 : 0;
    }
    this.weights = sums(ones, 2);
  }

  /// The lattice nearest to the values.
  ///
  /// @param values 0 outside the mask
  double[] fit(float[] values) {
    double[] lattice = sums(values, 3);
    for (int i = 0; i < lattice.length; i++) {
      lattice[i] = weights[i] > 0 ? lattice[i] / weights[i] : 0;
    }
    return lattice;
  }

  /// For each control point the sum over voxels of value times spline to a power; for power 3 each
  /// voxel's share is divided by the sum of its squared splines.
  private double[] sums(float[] values, int power) {
    double[] lattice = new double[x.controls() * y.controls() * z.controls()];
    double[] plane = new double[x.controls() * y.controls()];
    double[] row = new double[x.controls()];
    int at = 0;
    for (int k = 0; k < z.count(); k++) {
      Arrays.fill(plane, 0);
      for (int j = 0; j < y.count(); j++) {
        Arrays.fill(row, 0);
        for (int i = 0; i < x.count(); i++) {
          if (values[at] != 0) {
            spread(x, i, power, values[at], row);
          }
          at++;
        }
        spread(y, j, power, row, plane);
      }
      spread(z, k, power, plane, lattice);
    }
    return lattice;
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
