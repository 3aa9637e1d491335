package dev.shardline.signal.clean;

import java.util.Arrays;
import java.util.List;

/// Interpolation of a potential over the head by spherical splines (Perrin et al., 1989): weights
/// with which the potentials at some electrodes give that at another. As MNE's
/// `_make_interpolation_matrix`: stiffness 4, 50 Legendre terms, 1e-5 added to the diagonal.
final class SphericalSpline {
  private static final int STIFFNESS = 4;
  private static final int TERMS = 50;
  private static final double REGULARISATION = 1e-5;

  private SphericalSpline() {}

  /// The weight of each known electrode for the potential at `wanted`. They sum to 1.
  ///
  /// @param known positions on the unit sphere, at least one
  static double[] weights(List<double[]> known, double[] wanted) {
    int count = known.size();
    double[][] system = new double[count + 1][count + 2];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        system[i][j] = spline(cosine(known.get(i), known.get(j)));
      }
      system[i][i] += REGULARISATION;
      system[i][count] = 1;
      system[count][i] = 1;
      system[i][count + 1] = spline(cosine(known.get(i), wanted));
    }
    system[count][count + 1] = 1;
    return solve(system, count);
  }

  private static double cosine(double[] a, double[] b) {
    return Math.clamp(a[0] * b[0] + a[1] * b[1] + a[2] * b[2], -1, 1);
  }

  /// `Σ (2n + 1) / (4π·(n·(n + 1))⁴) · Pₙ(cosine)`.
  private static double spline(double cosine) {
    double sum = 0;
    double before = 1;
    double legendre = cosine;
    for (int n = 1; n <= TERMS; n++) {
      sum += (2 * n + 1) / (4 * Math.PI * StrictMath.pow(n * (n + 1.0), STIFFNESS)) * legendre;
      double next = ((2 * n + 1) * cosine * legendre - n * before) / (n + 1);
      before = legendre;
      legendre = next;
    }
    return sum;
  }

  /// Gaussian elimination with row exchange; the matrix is symmetric, so that its solution for the
  /// splines to the wanted place is the row of weights. Gives the first `count` unknowns.
  private static double[] solve(double[][] system, int count) {
    int order = system.length;
    for (int pivot = 0; pivot < order; pivot++) {
      exchange(system, pivot);
      for (int row = pivot + 1; row < order; row++) {
        double factor = system[row][pivot] / system[pivot][pivot];
        for (int column = pivot; column <= order; column++) {
          system[row][column] -= factor * system[pivot][column];
        }
      }
    }
    double[] unknowns = new double[order];
    for (int row = order - 1; row >= 0; row--) {
      double rest = system[row][order];
      for (int column = row + 1; column < order; column++) {
        rest -= system[row][column] * unknowns[column];
      }
      unknowns[row] = rest / system[row][row];
    }
    return Arrays.copyOf(unknowns, count);
  }

  private static void exchange(double[][] system, int pivot) {
    int best = pivot;
    for (int row = pivot + 1; row < system.length; row++) {
      if (Math.abs(system[row][pivot]) > Math.abs(system[best][pivot])) {
        best = row;
      }
    }
    double[] swapped = system[pivot];
    system[pivot] = system[best];
    system[best] = swapped;
  }
}
