package dev.shardline.signal.lanes;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/// Adds up the squared magnitudes of real signals' transforms, bin by bin and lane by lane. Sums of
/// a few dozen spectra are kept in float32 and then handed to sums in double.
///
/// Not safe for concurrent use.
final class LanePower {
  private static final int ROW = Lanes.COUNT;
  private static final int SPECTRA_PER_FLOAT_SUM = 32;

  private final LaneFourier fourier;
  private final int bins;
  private final float[] sums;
  private final double[] totals;
  private final float[] turns;
  private int pending;

  LanePower(LaneFourier fourier) {
    this.fourier = fourier;
    bins = fourier.bins();
    sums = new float[bins * ROW];
    totals = new double[bins * ROW];
    turns = new float[2 * bins];
    int points = 2 * (bins - 1);
    for (int k = 0; k < bins; k++) {
      turns[2 * k] = (float) StrictMath.cos(2 * Math.PI * k / points);
      turns[2 * k + 1] = (float) -StrictMath.sin(2 * Math.PI * k / points);
    }
  }

  /// Forgets what was added.
  void clear() {
    Arrays.fill(totals, 0);
    Arrays.fill(sums, 0);
    pending = 0;
  }

  /// Adds the power of the spectrum that `fourier` holds.
  void add() {
    int half = bins - 1;
    for (int lane = 0; lane < ROW; lane += Lanes.LENGTH) {
      ends(fourier.re, fourier.im, sums, lane, half * ROW + lane);
      pairs(lane, half);
    }
    pending++;
    if (pending == SPECTRA_PER_FLOAT_SUM) {
      flush();
    }
  }

  private void pairs(int lane, int half) {
    for (int k = 1; 2 * k < half; k++) {
      int a = fourier.rowOf(k) * ROW + lane;
      int b = fourier.rowOf(half - k) * ROW + lane;
      pair(
          fourier.re,
          fourier.im,
          a,
          b,
          turns,
          2 * k,
          sums,
          k * ROW + lane,
          (half - k) * ROW + lane);
    }
    if (half % 2 == 0 && half > 0) {
      middle(
          fourier.re,
          fourier.im,
          fourier.rowOf(half / 2) * ROW + lane,
          sums,
          half / 2 * ROW + lane);
    }
  }

  /// Bin zero and the last bin, both from the first complex value.
  private static void ends(float[] re, float[] im, float[] sums, int first, int last) {
    FloatVector r = Lanes.load(re, first);
    FloatVector i = Lanes.load(im, first);
    FloatVector sum = r.add(i);
    FloatVector difference = r.sub(i);
    sum.fma(sum, Lanes.load(sums, first)).intoArray(sums, first);
    difference.fma(difference, Lanes.load(sums, last)).intoArray(sums, last);
  }

  /// The bin a quarter around, which is its own partner.
  private static void middle(float[] re, float[] im, int at, float[] sums, int to) {
    FloatVector r = Lanes.load(re, at);
    FloatVector i = Lanes.load(im, at);
    r.fma(r, i.fma(i, Lanes.load(sums, to))).intoArray(sums, to);
  }

  /// Bins `k` and `half − k`: with E and O the transforms of even and odd points and T the turned
  /// O, `|E ± T|² = |E|² + |T|² ± 2·Re(E·T̄)`.
  private static void pair(
      float[] re, float[] im, int a, int b, float[] turns, int t, float[] sums, int low, int high) {
    FloatVector ar = Lanes.load(re, a);
    FloatVector ai = Lanes.load(im, a);
    FloatVector br = Lanes.load(re, b);
    FloatVector bi = Lanes.load(im, b);
    FloatVector c = Lanes.broadcast(turns[t]);
    FloatVector s = Lanes.broadcast(turns[t + 1]);
    FloatVector evenR = ar.add(br);
    FloatVector evenI = ai.sub(bi);
    FloatVector oddR = ai.add(bi);
    FloatVector oddI = br.sub(ar);
    FloatVector turnR = oddR.mul(c).sub(oddI.mul(s));
    FloatVector turnI = oddR.fma(s, oddI.mul(c));
    FloatVector quarter = Lanes.broadcast(0.25f);
    FloatVector lowR = evenR.add(turnR);
    FloatVector lowI = evenI.add(turnI);
    FloatVector highR = evenR.sub(turnR);
    FloatVector highI = evenI.sub(turnI);
    lowR.fma(lowR, lowI.mul(lowI)).fma(quarter, Lanes.load(sums, low)).intoArray(sums, low);
    highR.fma(highR, highI.mul(highI)).fma(quarter, Lanes.load(sums, high)).intoArray(sums, high);
  }

  private void flush() {
    for (int i = 0; i < sums.length; i++) {
      totals[i] += sums[i];
      sums[i] = 0;
    }
    pending = 0;
  }

  /// The sum for one bin and lane.
  double total(int bin, int lane) {
    if (pending > 0) {
      flush();
    }
    return totals[bin * ROW + lane];
  }
}
