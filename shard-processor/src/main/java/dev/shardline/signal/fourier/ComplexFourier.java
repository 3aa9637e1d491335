package dev.shardline.signal.fourier;

/// The discrete Fourier transform `X[k] = Σ x[j]·exp(-2πi·jk/n)` of complex sequences of one
/// length. Holds scratch space: one instance per thread.
public sealed interface ComplexFourier permits MixedRadixFourier, BluesteinFourier {
  /// A transform of `size` points: mixed radix where the factors are small, else Bluestein's
  /// algorithm.
  ///
  /// @throws IllegalArgumentException if `size` is not positive
  static ComplexFourier ofSize(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("A transform needs at least one point, not " + size);
    }
    return MixedRadixFourier.suits(size) ? new MixedRadixFourier(size) : new BluesteinFourier(size);
  }

  /// The number of points.
  int size();

  /// Transforms the first [#size()] elements of `real` and `imaginary` in place.
  void forward(double[] real, double[] imaginary);

  /// The inverse transform without the factor 1/n, in place.
  default void inverseUnscaled(double[] real, double[] imaginary) {
    forward(imaginary, real);
  }
}
