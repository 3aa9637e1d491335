package dev.shardline.signal.feature;

/// Integration of evenly spaced values by Simpson's rule. An odd number of intervals is done twice,
/// with the trapezoidal rule on the last interval and on the first, and averaged: SciPy's
/// `simpson(even="avg")`, its only rule before 1.11.
final class Simpson {
  private Simpson() {}

  /// The integral over `values[from]` to `values[to − 1]`, `spacing` apart; zero for fewer than two
  /// values.
  static double integrate(double[] values, int from, int to, double spacing) {
    int points = to - from;
    if (points < 2) {
      return 0;
    }
    if (points % 2 == 1) {
      return parabolas(values, from, to, spacing);
    }
    double first = trapezoid(values, to - 2, spacing) + parabolas(values, from, to - 1, spacing);
    double last = trapezoid(values, from, spacing) + parabolas(values, from + 1, to, spacing);
    return (first + last) / 2;
  }

  private static double trapezoid(double[] values, int at, double spacing) {
    return 0.5 * spacing * (values[at] + values[at + 1]);
  }

  private static double parabolas(double[] values, int from, int to, double spacing) {
    double sum = 0;
    for (int i = from; i + 2 < to; i += 2) {
      sum += values[i] + 4 * values[i + 1] + values[i + 2];
    }
    return sum * (spacing / 3);
  }
}
