package dev.shardline.signal.filter;

import dev.shardline.signal.fourier.RealFourier;
import java.util.Arrays;

/// Convolution with fixed taps by overlap-add: blocks of signal are transformed, multiplied and
/// added back where they overlap.
final class Convolution {
  private final int taps;
  private final RealFourier fourier;
  private final double[] filterReal;
  private final double[] filterImaginary;
  private final double[] block;
  private final double[] real;
  private final double[] imaginary;

  Convolution(double[] filter, long timePoints) {
    taps = filter.length;
    fourier = RealFourier.ofSize(blockLength(taps, timePoints));
    filterReal = new double[fourier.bins()];
    filterImaginary = new double[fourier.bins()];
    block = new double[fourier.size()];
    real = new double[fourier.bins()];
    imaginary = new double[fourier.bins()];
    System.arraycopy(filter, 0, block, 0, taps);
    fourier.forward(block, filterReal, filterImaginary);
  }

  /// The power of two with the least work for the whole signal.
  private static int blockLength(int taps, long timePoints) {
    int smallest = Integer.highestOneBit(Math.max(2 * taps - 2, 1)) << 1;
    int best = smallest;
    double bestCost = Double.POSITIVE_INFINITY;
    for (int length = smallest; length > 0 && length <= 1 << 22; length <<= 1) {
      double blocks = Math.ceil((timePoints + taps) / (double) (length - taps + 1));
      double cost = blocks * length * (Integer.numberOfTrailingZeros(length) + 1);
      if (cost < bestCost) {
        best = length;
        bestCost = cost;
      }
    }
    return best;
  }

  /// Values `from` to `from + count` of the full convolution with `signal`.
  double[] of(double[] signal, int from, int count) {
    double[] output = new double[count];
    int step = fourier.size() - taps + 1;
    for (int start = 0; start < signal.length; start += step) {
      int length = Math.min(step, signal.length - start);
      filterBlock(signal, start, length);
      int first = Math.max(from, start);
      int last = Math.min(from + count, start + length + taps - 1);
      for (int i = first; i < last; i++) {
        output[i - from] += block[i - start];
      }
    }
    return output;
  }

  private void filterBlock(double[] signal, int start, int length) {
    System.arraycopy(signal, start, block, 0, length);
    Arrays.fill(block, length, block.length, 0);
    fourier.forward(block, real, imaginary);
    for (int k = 0; k < real.length; k++) {
      double re = real[k];
      double im = imaginary[k];
      real[k] = re * filterReal[k] - im * filterImaginary[k];
      imaginary[k] = re * filterImaginary[k] + im * filterReal[k];
    }
    fourier.inverse(real, imaginary, block);
  }
}
