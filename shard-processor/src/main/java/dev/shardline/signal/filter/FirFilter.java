package dev.shardline.signal.filter;

/// Convolves signals with the taps of a linear-phase filter in double precision.
///
/// Not safe for concurrent use: it keeps scratch space.
public final class FirFilter {
  private final double[] taps;
  private final Convolution convolution;

  /// A filter for signals of about `timePoints`; the number only decides the block length.
  ///
  /// @throws IllegalArgumentException if the number of taps is even
  public FirFilter(double[] taps, int timePoints) {
    if (taps.length % 2 == 0) {
      throw new IllegalArgumentException(
          "A filter without phase shift has an odd number of taps, not " + taps.length);
    }
    this.taps = taps.clone();
    convolution = new Convolution(this.taps, timePoints + 2L * taps.length);
  }

  /// The causal output from rest, as long as the signal: late by half the filter. A new array.
  public double[] causal(double[] signal) {
    return convolution.of(signal, 0, signal.length);
  }

  /// The output without delay, the ends continued by odd reflection as far as the signal or the
  /// filter goes: MNE's `filter_data(phase="zero", pad="reflect_limited")`. A new array.
  public double[] zeroPhase(double[] signal) {
    int edge = Math.max(Math.min(taps.length, signal.length) - 1, 0);
    double[] extended = Extension.ODD.extend(signal, edge);
    return convolution.of(extended, (taps.length - 1) / 2 + edge, signal.length);
  }
}
