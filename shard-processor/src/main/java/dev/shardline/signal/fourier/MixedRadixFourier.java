package dev.shardline.signal.fourier;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Stockham's self-sorting transform over the factors 4, 2, 3, 5 and small primes.
final class MixedRadixFourier implements ComplexFourier {
  /// Above this prime the quadratic butterfly loses to Bluestein's algorithm.
  private static final int LARGEST_PRIME = 23;

  private final int size;
  private final int[] radices;
  private final RootsOfUnity roots;
  private final double[] scratchReal;
  private final double[] scratchImaginary;

  MixedRadixFourier(int size) {
    this.size = size;
    radices = radices(size);
    roots = RootsOfUnity.of(size);
    scratchReal = new double[size];
    scratchImaginary = new double[size];
  }

  static boolean suits(int size) {
    return Arrays.stream(radices(size)).allMatch(radix -> radix <= LARGEST_PRIME);
  }

  private static int[] radices(int size) {
    IntStream.Builder factors = IntStream.builder();
    int rest = size;
    while (rest % 4 == 0) {
      factors.add(4);
      rest /= 4;
    }
    for (int prime = 2; (long) prime * prime <= rest; prime++) {
      while (rest % prime == 0) {
        factors.add(prime);
        rest /= prime;
      }
    }
    if (rest > 1) {
      factors.add(rest);
    }
    return factors.build().toArray();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void forward(double[] real, double[] imaginary) {
    StockhamPass pass = new StockhamPass(roots, real, imaginary, scratchReal, scratchImaginary);
    for (int radix : radices) {
      pass.run(radix);
    }
    if (pass.sourceReal() != real) {
      System.arraycopy(scratchReal, 0, real, 0, size);
      System.arraycopy(scratchImaginary, 0, imaginary, 0, size);
    }
  }
}
