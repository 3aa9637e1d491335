package dev.shardline.signal.filter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// A filter by its zeros, poles and gain, and the transformations that make a digital filter from
/// an analogue prototype.
///
/// @param zeros where the response vanishes
/// @param poles where it is infinite, at least as many
/// @param gain the factor before both products
record PoleZeroGain(List<Complex> zeros, List<Complex> poles, double gain) {
  PoleZeroGain {
    zeros = List.copyOf(zeros);
    poles = List.copyOf(poles);
  }

  private int degree() {
    return poles.size() - zeros.size();
  }

  /// An analogue low-pass of edge 1 moved to `edge`.
  PoleZeroGain toLowPass(double edge) {
    return new PoleZeroGain(
        map(zeros, zero -> zero.times(edge)),
        map(poles, pole -> pole.times(edge)),
        gain * power(edge, degree()));
  }

  /// An analogue low-pass of edge 1 turned into a high-pass.
  PoleZeroGain toHighPass(double edge) {
    Function<Complex, Complex> invert = root -> Complex.real(edge).dividedBy(root);
    return new PoleZeroGain(
        append(map(zeros, invert), Complex.real(0), degree()),
        map(poles, invert),
        gain * inversionGain());
  }

  /// An analogue low-pass of edge 1 turned into a band-pass around `centre`.
  PoleZeroGain toBandPass(double centre, double width) {
    Function<Complex, Complex> scale = root -> root.times(width / 2);
    return new PoleZeroGain(
        append(shifted(map(zeros, scale), centre), Complex.real(0), degree()),
        shifted(map(poles, scale), centre),
        gain * power(width, degree()));
  }

  /// An analogue low-pass of edge 1 turned into a band-stop around `centre`.
  PoleZeroGain toBandStop(double centre, double width) {
    Function<Complex, Complex> invert = root -> Complex.real(width / 2).dividedBy(root);
    List<Complex> moved = shifted(map(zeros, invert), centre);
    List<Complex> stops = append(moved, new Complex(0, centre), degree());
    return new PoleZeroGain(
        append(stops, new Complex(0, -centre), degree()),
        shifted(map(poles, invert), centre),
        gain * inversionGain());
  }

  /// The digital filter of the bilinear transformation `s = 2·rate·(z − 1)/(z + 1)`.
  PoleZeroGain bilinear(double rate) {
    Complex twice = Complex.real(2 * rate);
    Function<Complex, Complex> warp = root -> twice.plus(root).dividedBy(twice.minus(root));
    Complex ratio = product(map(zeros, twice::minus)).dividedBy(product(map(poles, twice::minus)));
    return new PoleZeroGain(
        append(map(zeros, warp), Complex.real(-1), degree()), map(poles, warp), gain * ratio.re());
  }

  private double inversionGain() {
    return product(map(zeros, Complex::negated))
        .dividedBy(product(map(poles, Complex::negated)))
        .re();
  }

  private static double power(double base, int exponent) {
    double power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }

  private static List<Complex> map(List<Complex> roots, Function<Complex, Complex> function) {
    return roots.stream().map(function).toList();
  }

  private static List<Complex> append(List<Complex> roots, Complex root, int times) {
    List<Complex> longer = new ArrayList<>(roots);
    longer.addAll(Collections.nCopies(times, root));
    return longer;
  }

  private static Complex product(List<Complex> factors) {
    return factors.stream().reduce(Complex.ONE, Complex::times);
  }

  /// Each root as a pair around `±centre`.
  private static List<Complex> shifted(List<Complex> roots, double centre) {
    Complex squared = Complex.real(centre * centre);
    List<Complex> spread =
        roots.stream().map(root -> root.times(root).minus(squared).squareRoot()).toList();
    Stream<Complex> up =
        Stream.iterate(0, i -> i + 1)
            .limit(roots.size())
            .map(i -> roots.get(i).plus(spread.get(i)));
    Stream<Complex> down =
        Stream.iterate(0, i -> i + 1)
            .limit(roots.size())
            .map(i -> roots.get(i).minus(spread.get(i)));
    return Stream.concat(up, down).toList();
  }
}
