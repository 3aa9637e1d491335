package dev.shardline.signal.filter;

import java.util.Optional;

/// The zeros of a band-pass, half of them at 1 and half at −1, dealt out evenly: a section with one
/// of each needs no multiplication for its numerator `1 − z⁻²`. The filter stays the same; only
/// rounding differs.
public final class SharedZeros {
  /// How near a pole may come to a zero that it had not been paired with, as the square of the
  /// distance: the nearer, the more a section amplifies what the next has to take back.
  private static final double NEAREST = 1e-8;

  private SharedZeros() {}

  /// Sections with the numerators `1 − z⁻²`, the first one's times the gain; none if the zeros are
  /// others or if that costs digits that float32 has.
  public static Optional<SecondOrderSections> of(SecondOrderSections sections) {
    double[] rows = sections.coefficients();
    double gain = 1;
    int sum = 0;
    for (int at = 0; at < rows.length; at += SecondOrderSections.ROW) {
      double b0 = rows[at];
      double inner = rows[at + 1] / b0;
      double outer = rows[at + 2] / b0;
      double a1 = rows[at + 4];
      double a2 = rows[at + 5];
      boolean atEnds = outer == 1 && Math.abs(inner) == 2 || outer == -1 && inner == 0;
      if (!atEnds || Math.min(1 + a1 + a2, 1 - a1 + a2) < NEAREST) {
        return Optional.empty();
      }
      gain *= b0;
      sum += (int) inner;
      rows[at] = 1;
      rows[at + 1] = 0;
      rows[at + 2] = -1;
    }
    rows[0] = gain;
    rows[2] = -gain;
    return sum == 0 ? Optional.of(new SecondOrderSections(rows)) : Optional.empty();
  }
}
