package dev.shardline.signal.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// Pairs poles with their nearest zeros into second-order sections, the poles nearest to the unit
/// circle last: `scipy.signal.zpk2sos(pairing="nearest")`.
final class SectionPairing {
  private final List<Complex> zeros;
  private final List<Complex> poles;
  private final double gain;
  private final int count;

  /// @param filter a digital filter with as many zeros as poles
  SectionPairing(PoleZeroGain filter) {
    List<Complex> allZeros = new ArrayList<>(filter.zeros());
    List<Complex> allPoles = new ArrayList<>(filter.poles());
    count = (allPoles.size() + 1) / 2;
    if (allPoles.size() % 2 == 1) {
      allPoles.add(Complex.real(0));
      allZeros.add(Complex.real(0));
    }
    zeros = ConjugatePairs.of(allZeros);
    poles = ConjugatePairs.of(allPoles);
    gain = filter.gain();
  }

  SecondOrderSections sections() {
    double[] rows = new double[count * SecondOrderSections.ROW];
    for (int s = count - 1; s >= 0; s--) {
      section(rows, s * SecondOrderSections.ROW);
    }
    for (int i = 0; i < 3; i++) {
      rows[i] *= gain;
    }
    return new SecondOrderSections(rows);
  }

  private void section(double[] rows, int at) {
    Complex pole = takeWorst(root -> true);
    Complex otherPole = pole.isReal() ? takeWorst(Complex::isReal) : pole.conjugate();
    boolean mustBeComplex =
        !pole.isReal()
            && poles.size() + 1 == zeros.size()
            && poles.stream().filter(Complex::isReal).count() == 1
            && zeros.stream().filter(Complex::isReal).count() == 1;
    Complex zero =
        takeNearest(pole, mustBeComplex ? root -> !root.isReal() : (Complex root) -> true);
    Complex otherZero = zero.isReal() ? takeNearest(pole, Complex::isReal) : zero.conjugate();
    rows[at] = 1;
    rows[at + 1] = -zero.plus(otherZero).re();
    rows[at + 2] = zero.times(otherZero).re();
    rows[at + 3] = 1;
    rows[at + 4] = -pole.plus(otherPole).re();
    rows[at + 5] = pole.times(otherPole).re();
  }

  /// Removes the pole nearest to the unit circle.
  private Complex takeWorst(Predicate<Complex> kind) {
    Complex worst =
        poles.stream()
            .filter(kind)
            .min(Comparator.comparingDouble(pole -> Math.abs(1 - pole.magnitude())))
            .orElseThrow();
    poles.remove(worst);
    return worst;
  }

  private Complex takeNearest(Complex pole, Predicate<Complex> kind) {
    Complex nearest =
        zeros.stream()
            .filter(kind)
            .min(Comparator.comparingDouble(zero -> zero.minus(pole).magnitude()))
            .orElseThrow();
    zeros.remove(nearest);
    return nearest;
  }
}
