package dev.shardline.signal.clean;

import java.util.function.DoubleUnaryOperator;

/// A real symmetric matrix and functions of it by way of its eigenvalues (cyclic Jacobi rotations).
final class SymmetricMatrix {
  private static final int MOST_SWEEPS = 60;

  private final int order;
  private final double[] values;

  /// @param values `order × order`, symmetric; taken over
  SymmetricMatrix(int order, double[] values) {
    this.order = order;
    this.values = values;
  }

  double at(int row, int column) {
    return values[row * order + column];
  }

  double trace() {
    double trace = 0;
    for (int i = 0; i < order; i++) {
      trace += at(i, i);
    }
    return trace;
  }

  /// The matrix with the same eigenvectors whose eigenvalues are `function` of this one's.
  SymmetricMatrix map(DoubleUnaryOperator function) {
    double[] rotated = values.clone();
    double[] vectors = identity();
    diagonalise(rotated, vectors);
    double[] result = new double[values.length];
    for (int k = 0; k < order; k++) {
      double mapped = function.applyAsDouble(rotated[k * order + k]);
      for (int i = 0; i < order; i++) {
        double weighted = vectors[i * order + k] * mapped;
        for (int j = 0; j < order; j++) {
          result[i * order + j] += weighted * vectors[j * order + k];
        }
      }
    }
    return new SymmetricMatrix(order, result);
  }

  private double[] identity() {
    double[] identity = new double[values.length];
    for (int i = 0; i < order; i++) {
      identity[i * order + i] = 1;
    }
    return identity;
  }

  private void diagonalise(double[] matrix, double[] vectors) {
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      boolean rotated = false;
      for (int p = 0; p < order; p++) {
        for (int q = p + 1; q < order; q++) {
          rotated |= annihilate(matrix, vectors, p, q);
        }
      }
      if (!rotated) {
        return;
      }
    }
  }

  /// Rotates element (p, q) to zero; says whether it was worth it.
  private boolean annihilate(double[] matrix, double[] vectors, int p, int q) {
    double off = matrix[p * order + q];
    double pp = matrix[p * order + p];
    double qq = matrix[q * order + q];
    if (Math.abs(off) <= 1e-17 * Math.sqrt(Math.abs(pp * qq)) || off == 0) {
      return false;
    }
    double theta = (qq - pp) / (2 * off);
    double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double cosine = 1 / Math.sqrt(tangent * tangent + 1);
    double sine = tangent * cosine;
    for (int k = 0; k < order; k++) {
      rotate(matrix, k * order + p, k * order + q, cosine, sine);
      rotate(vectors, k * order + p, k * order + q, cosine, sine);
    }
    for (int k = 0; k < order; k++) {
      rotate(matrix, p * order + k, q * order + k, cosine, sine);
    }
    matrix[p * order + q] = 0;
    matrix[q * order + p] = 0;
    return true;
  }

  private static void rotate(double[] values, int p, int q, double cosine, double sine) {
    double a = values[p];
    double b = values[q];
    values[p] = cosine * a - sine * b;
    values[q] = sine * a + cosine * b;
  }

  /// The Frobenius distance to another matrix.
  double distance(SymmetricMatrix other) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double difference = values[i] - other.values[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  /// The mean of those matrices whose flag is set, at least one.
  static SymmetricMatrix mean(SymmetricMatrix[] matrices, boolean[] used) {
    double[] sum = new double[matrices[0].values.length];
    int count = 0;
    for (int m = 0; m < matrices.length; m++) {
      if (used[m]) {
        count++;
        for (int i = 0; i < sum.length; i++) {
          sum[i] += matrices[m].values[i];
        }
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= count;
    }
    return new SymmetricMatrix(matrices[0].order, sum);
  }
}
