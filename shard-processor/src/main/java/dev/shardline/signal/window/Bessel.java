package dev.shardline.signal.window;

/// The modified Bessel function of the first kind and order zero.
final class Bessel {
  private Bessel() {}

  /// `I₀(x)` by its power series, whose terms are all positive: a few units in the last place.
  static double i0(double x) {
    double quarter = x * x / 4;
    double term = 1;
    double sum = 1;
    for (int k = 1; term > sum * 1e-18; k++) {
      term *= quarter / ((double) k * k);
      sum += term;
    }
    return sum;
  }
}
