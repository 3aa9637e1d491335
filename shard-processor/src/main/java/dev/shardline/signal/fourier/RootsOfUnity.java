package dev.shardline.signal.fourier;

/// The `n` complex roots `exp(-2πi·k/n)`, `k` from 0 to `n − 1`, each within one unit in the last
/// place: angles are folded into the first octant before a sine or cosine is taken.
final class RootsOfUnity {
  final double[] cosines;
  final double[] sines;

  private RootsOfUnity(double[] cosines, double[] sines) {
    this.cosines = cosines;
    this.sines = sines;
  }

  static RootsOfUnity of(int n) {
    double[] cosines = new double[n];
    double[] sines = new double[n];
    for (int k = 0; k < n; k++) {
      cosines[k] = cosine(k, n);
      sines[k] = -sine(k, n);
    }
    return new RootsOfUnity(cosines, sines);
  }

  /// `cos(2π·k/n)` for `0 ≤ k ≤ n`.
  static double cosine(long k, long n) {
    long eighths = 8 * k;
    if (eighths > 4 * n) {
      return cosine(n - k, n);
    }
    if (eighths > 2 * n) {
      return -cosineOfQuarter(n - 2 * k, 2 * n);
    }
    return cosineOfQuarter(k, n);
  }

  /// `sin(2π·k/n)` for `0 ≤ k ≤ n`.
  static double sine(long k, long n) {
    if (2 * k > n) {
      return -sine(n - k, n);
    }
    return 4 * k <= n ? cosineOfQuarter(n - 4 * k, 4 * n) : cosineOfQuarter(4 * k - n, 4 * n);
  }

  /// `cos(2π·k/n)` for angles from zero to a quarter turn.
  private static double cosineOfQuarter(long k, long n) {
    if (8 * k <= n) {
      return StrictMath.cos(2 * Math.PI * k / n);
    }
    return StrictMath.sin(2 * Math.PI * (n - 4 * k) / (4.0 * n));
  }
}
