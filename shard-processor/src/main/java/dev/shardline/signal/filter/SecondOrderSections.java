package dev.shardline.signal.filter;

import java.util.Arrays;

/// A digital filter as a cascade of second-order sections `(b0 + b1·z⁻¹ + b2·z⁻²) / (1 + a1·z⁻¹ +
/// a2·z⁻²)`. Immutable.
public final class SecondOrderSections {
  /// Coefficients per section: b0 b1 b2 1 a1 a2, as SciPy's `sos` rows.
  static final int ROW = 6;

  private final double[] coefficients;

  /// Sections from rows of b0 b1 b2 1 a1 a2, which are copied.
  ///
  /// @throws IllegalArgumentException if there is no whole row or a row's fourth value is not 1
  public SecondOrderSections(double... rows) {
    if (rows.length == 0 || rows.length % ROW != 0) {
      throw new IllegalArgumentException(
          "Sections have six coefficients each, found " + rows.length + " in all");
    }
    for (int i = 3; i < rows.length; i += ROW) {
      if (rows[i] != 1) {
        throw new IllegalArgumentException("a0 of a section is 1, not " + rows[i]);
      }
    }
    coefficients = rows.clone();
  }

  /// The number of sections.
  public int count() {
    return coefficients.length / ROW;
  }

  /// All coefficients, `[section][b0 b1 b2 1 a1 a2]`; a copy.
  public double[] coefficients() {
    return coefficients.clone();
  }

  double coefficient(int section, int index) {
    return coefficients[section * ROW + index];
  }

  /// The state of each section, two values, in which a constant input of one gives a constant
  /// output: `scipy.signal.sosfilt_zi`. A new array.
  public double[] steadyState() {
    double[] state = new double[2 * count()];
    double scale = 1;
    for (int s = 0; s < count(); s++) {
      double b0 = coefficient(s, 0);
      double b1 = coefficient(s, 1);
      double b2 = coefficient(s, 2);
      double a1 = coefficient(s, 4);
      double a2 = coefficient(s, 5);
      double first = (b1 - a1 * b0 + b2 - a2 * b0) / (1 + a1 + a2);
      state[2 * s] = scale * first;
      state[2 * s + 1] = scale * (b2 - a2 * b0 - a2 * first);
      scale *= (b0 + b1 + b2) / (1 + a1 + a2);
    }
    return state;
  }

  /// How far SciPy's `sosfiltfilt` extends a signal at both ends.
  public int defaultPadding() {
    int zeroB = 0;
    int zeroA = 0;
    for (int s = 0; s < count(); s++) {
      zeroB += coefficient(s, 2) == 0 ? 1 : 0;
      zeroA += coefficient(s, 5) == 0 ? 1 : 0;
    }
    return 3 * (2 * count() + 1 - Math.min(zeroB, zeroA));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SecondOrderSections sections
        && Arrays.equals(coefficients, sections.coefficients);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(coefficients);
  }
}
