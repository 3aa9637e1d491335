package dev.shardline.signal.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Splits roots that come in conjugate pairs: `scipy.signal._filter_design._cplxreal`.
final class ConjugatePairs {
  private static final double TOLERANCE = 100 * Math.ulp(1.0);

  private static final Comparator<Complex> ORDER =
      Comparator.comparingDouble(Complex::re).thenComparingDouble(root -> Math.abs(root.im()));

  private ConjugatePairs() {}

  /// The member with positive imaginary part of each pair, in order, then the real roots in order;
  /// a list the caller may change.
  ///
  /// @throws IllegalArgumentException if a root has no conjugate
  static List<Complex> of(List<Complex> roots) {
    List<Complex> above = new ArrayList<>();
    List<Complex> below = new ArrayList<>();
    List<Complex> real = new ArrayList<>();
    for (Complex root : roots.stream().sorted(ORDER).toList()) {
      if (Math.abs(root.im()) <= TOLERANCE * root.magnitude()) {
        real.add(Complex.real(root.re()));
      } else {
        (root.im() > 0 ? above : below).add(root);
      }
    }
    if (above.size() != below.size()) {
      throw new IllegalArgumentException("A filter's complex roots come in conjugate pairs");
    }
    sortRuns(above);
    sortRuns(below);
    List<Complex> pairs = new ArrayList<>();
    for (int i = 0; i < above.size(); i++) {
      pairs.add(above.get(i).plus(below.get(i).conjugate()).times(0.5));
    }
    pairs.addAll(real);
    return pairs;
  }

  /// Within runs of nearly the same real part, orders by imaginary part.
  private static void sortRuns(List<Complex> roots) {
    int start = 0;
    for (int i = 1; i <= roots.size(); i++) {
      boolean same =
          i < roots.size()
              && roots.get(i).re() - roots.get(i - 1).re()
                  <= TOLERANCE * roots.get(i - 1).magnitude();
      if (!same) {
        roots.subList(start, i).sort(Comparator.comparingDouble(root -> Math.abs(root.im())));
        start = i;
      }
    }
  }
}
