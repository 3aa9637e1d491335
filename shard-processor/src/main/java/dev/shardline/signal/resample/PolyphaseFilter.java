package dev.shardline.signal.resample;

import dev.shardline.signal.filter.Band;
import dev.shardline.signal.filter.WindowedSinc;
import dev.shardline.signal.window.Window;

/// The low-pass of a rate change, split by phase: output `m` is the sum over `k` of `taps(m mod
/// up)[k] · x[first(m) + k]`, with the signal continued beyond its ends.
///
/// The filter is `scipy.signal.resample_poly`'s: a sinc of ten zero crossings each side at the
/// lower of the two rates under a Kaiser window of 5.
public final class PolyphaseFilter {
  private static final Window WINDOW = new Window.Kaiser(5.0);
  private static final int ZERO_CROSSINGS = 10;

  private final RateRatio ratio;
  private final int half;
  private final double[][] phases;

  public PolyphaseFilter(RateRatio ratio) {
    this.ratio = ratio;
    int slower = Math.max(ratio.up(), ratio.down());
    half = slower == 1 ? 0 : Math.multiplyExact(ZERO_CROSSINGS, slower);
    double[] filter =
        slower == 1
            ? new double[] {1}
            : WindowedSinc.design(2 * half + 1, new Band.LowPass(1.0 / slower), WINDOW, 2);
    phases = new double[ratio.up()][];
    for (int output = 0; output < phases.length; output++) {
      phases[output] = phase(filter, output);
    }
  }

  private double[] phase(double[] filter, int output) {
    long first = first(output);
    long centre = (long) output * ratio.down() + half;
    int count = (int) (Math.floorDiv(centre, (long) ratio.up()) - first + 1);
    double[] taps = new double[count];
    for (int k = 0; k < count; k++) {
      taps[k] = filter[(int) (centre - (first + k) * ratio.up())] * ratio.up();
    }
    return taps;
  }

  /// The first input that output `m` rests on; may lie before the signal.
  public long first(int m) {
    return Math.ceilDiv((long) m * ratio.down() - half, (long) ratio.up());
  }

  /// The taps of output `m`, on inputs from [#first(int)] on; not to be written.
  public double[] taps(int m) {
    return phases[m % phases.length];
  }
}
