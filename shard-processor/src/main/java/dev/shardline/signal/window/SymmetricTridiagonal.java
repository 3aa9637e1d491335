package dev.shardline.signal.window;

/// A real symmetric tridiagonal matrix with distinct eigenvalues, and single eigenpairs of it.
final class SymmetricTridiagonal {
  private final double[] diagonal;
  private final double[] offDiagonal;
  private final double lower;
  private final double upper;

  /// @param diagonal n values
  /// @param offDiagonal n − 1 values, none of them zero
  SymmetricTridiagonal(double[] diagonal, double[] offDiagonal) {
    this.diagonal = diagonal;
    this.offDiagonal = offDiagonal;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < diagonal.length; i++) {
      double radius = beside(i - 1) + beside(i);
      low = Math.min(low, diagonal[i] - radius);
      high = Math.max(high, diagonal[i] + radius);
    }
    lower = low;
    upper = high;
  }

  private double beside(int i) {
    return i < 0 || i >= offDiagonal.length ? 0 : Math.abs(offDiagonal[i]);
  }

  /// The eigenvalue that has `index` smaller ones, by bisection on Sturm counts to the last bit.
  double eigenvalue(int index) {
    double low = lower;
    double high = upper;
    while (true) {
      double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) {
        return middle;
      }
      if (countBelow(middle) > index) {
        high = middle;
      } else {
        low = middle;
      }
    }
  }

  private int countBelow(double x) {
    int count = 0;
    double pivot = 1;
    for (int i = 0; i < diagonal.length; i++) {
      double coupling = i == 0 ? 0 : offDiagonal[i - 1] * offDiagonal[i - 1] / pivot;
      pivot = nonZero(diagonal[i] - x - coupling);
      if (pivot < 0) {
        count++;
      }
    }
    return count;
  }

  private static double nonZero(double pivot) {
    return pivot == 0 ? Double.MIN_NORMAL : pivot;
  }

  /// The unit eigenvector of an eigenvalue, from the twisted factorisation: eliminate from both
  /// ends and meet where the remainder is smallest, so that small components stay accurate.
  double[] eigenvector(double eigenvalue) {
    int n = diagonal.length;
    double[] forward = new double[n];
    double[] backward = new double[n];
    for (int i = 0; i < n; i++) {
      double coupling = i == 0 ? 0 : offDiagonal[i - 1] * offDiagonal[i - 1] / forward[i - 1];
      forward[i] = nonZero(diagonal[i] - eigenvalue - coupling);
    }
    for (int i = n - 1; i >= 0; i--) {
      double coupling = i == n - 1 ? 0 : offDiagonal[i] * offDiagonal[i] / backward[i + 1];
      backward[i] = nonZero(diagonal[i] - eigenvalue - coupling);
    }
    return meeting(eigenvalue, forward, backward);
  }

  private double[] meeting(double eigenvalue, double[] forward, double[] backward) {
    int n = diagonal.length;
    int twist = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      double remainder = Math.abs(forward[i] + backward[i] - (diagonal[i] - eigenvalue));
      if (remainder < smallest) {
        smallest = remainder;
        twist = i;
      }
    }
    double[] vector = new double[n];
    vector[twist] = 1;
    for (int i = twist - 1; i >= 0; i--) {
      vector[i] = -offDiagonal[i] * vector[i + 1] / forward[i];
    }
    for (int i = twist + 1; i < n; i++) {
      vector[i] = -offDiagonal[i - 1] * vector[i - 1] / backward[i];
    }
    return normalised(vector);
  }

  private static double[] normalised(double[] vector) {
    double energy = 0;
    for (double value : vector) {
      energy += value * value;
    }
    double length = Math.sqrt(energy);
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= length;
    }
    return vector;
  }
}
