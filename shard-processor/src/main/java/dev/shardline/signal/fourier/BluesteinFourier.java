package dev.shardline.signal.fourier;

import java.util.Arrays;

/// Bluestein's transform: a length with a large prime factor becomes a convolution with the chirp
/// `exp(-πi·k²/n)`, done at the next power of two above `2n − 1`.
final class BluesteinFourier implements ComplexFourier {
  private final int size;
  private final ComplexFourier inner;
  private final double[] chirpReal;
  private final double[] chirpImaginary;
  private final double[] filterReal;
  private final double[] filterImaginary;
  private final double[] workReal;
  private final double[] workImaginary;

  BluesteinFourier(int size) {
    if (size > 1 << 29) {
      throw new IllegalArgumentException("A transform of " + size + " points is too long");
    }
    this.size = size;
    int length = Integer.highestOneBit(2 * size - 1) << 1;
    inner = new MixedRadixFourier(length);
    chirpReal = new double[size];
    chirpImaginary = new double[size];
    filterReal = new double[length];
    filterImaginary = new double[length];
    workReal = new double[length];
    workImaginary = new double[length];
    for (int k = 0; k < size; k++) {
      chirp(k);
    }
    inner.forward(filterReal, filterImaginary);
  }

  private void chirp(int k) {
    long angle = (long) k * k % (2L * size);
    chirpReal[k] = RootsOfUnity.cosine(angle, 2L * size);
    chirpImaginary[k] = -RootsOfUnity.sine(angle, 2L * size);
    int mirrored = k == 0 ? 0 : filterReal.length - k;
    filterReal[k] = chirpReal[k];
    filterImaginary[k] = -chirpImaginary[k];
    filterReal[mirrored] = filterReal[k];
    filterImaginary[mirrored] = filterImaginary[k];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void forward(double[] real, double[] imaginary) {
    Arrays.fill(workReal, size, workReal.length, 0);
    Arrays.fill(workImaginary, size, workReal.length, 0);
    for (int k = 0; k < size; k++) {
      workReal[k] = real[k] * chirpReal[k] - imaginary[k] * chirpImaginary[k];
      workImaginary[k] = real[k] * chirpImaginary[k] + imaginary[k] * chirpReal[k];
    }
    convolve();
    double scale = 1.0 / workReal.length;
    for (int k = 0; k < size; k++) {
      double re = workReal[k] * scale;
      double im = workImaginary[k] * scale;
      real[k] = re * chirpReal[k] - im * chirpImaginary[k];
      imaginary[k] = re * chirpImaginary[k] + im * chirpReal[k];
    }
  }

  private void convolve() {
    inner.forward(workReal, workImaginary);
    for (int k = 0; k < workReal.length; k++) {
      double re = workReal[k];
      double im = workImaginary[k];
      workReal[k] = re * filterReal[k] - im * filterImaginary[k];
      workImaginary[k] = re * filterImaginary[k] + im * filterReal[k];
    }
    inner.inverseUnscaled(workReal, workImaginary);
  }
}
