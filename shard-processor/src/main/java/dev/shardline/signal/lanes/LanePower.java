package dev.shardline.signal.lanes;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/// Adds up the squared magnitudes of real signals' transforms, bin by bin and lane by lane. Sums of
/// a few dozen spectra are kept in float32 and then handed to sums in double.
///
/// Not safe for concurrent use.
final class LanePower {
  private static final int ROW = Lanes.LENGTH;
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
    ends(fourier.values, sums, half * ROW);
    pairs(half);
    if (half % 2 == 0 && half > 0) {
      middle(fourier.values, fourier.indexOf(half / 2), sums, half / 2 * ROW);
    }
    pending++;
    if (pending == SPECTRA_PER_FLOAT_SUM) {
      flush();
    }
  }

  private void pairs(int half) {
    float[] values = fourier.values;
    for (int k = 1; 2 * k < half; k++) {
      pair(values, fourier.indexOf(k), fourier.indexOf(half - k), turns, k, sums, half - k);
    }
  }

  /// Bin zero and the last bin, both from the first complex value.
  private static void ends(float[] values, float[] sums, int last) {
    FloatVector r = Lanes.load(values, 0);
    FloatVector i = Lanes.load(values, ROW);
    FloatVector sum = r.add(i);
    FloatVector difference = r.sub(i);
    sum.fma(sum, Lanes.load(sums, 0)).intoArray(sums, 0);
    difference.fma(difference, Lanes.load(sums, last)).intoArray(sums, last);
  }

  /// The bin a quarter around, which is its own partner.
  private static void middle(float[] values, int at, float[] sums, int to) {
    FloatVector r = Lanes.load(values, at);
    FloatVector i = Lanes.load(values, at + ROW);
    r.fma(r, i.fma(i, Lanes.load(sums, to))).intoArray(sums, to);
  }

  /// Bins `k` and `half − k`, whose complex values are at `a` and `b`: with E and O the transforms
  /// of even and odd points and T the turned O, `|E ± T|² = |E|² + |T|² ± 2·Re(E·T̄)`.
  private static void pair(
      float[] values, int a, int b, float[] turns, int k, float[] sums, int partner) {
    FloatVector ar = Lanes.load(values, a);
    FloatVector ai = Lanes.load(values, a + ROW);
    FloatVector br = Lanes.load(values, b);
    FloatVector bi = Lanes.load(values, b + ROW);
    FloatVector c = Lanes.broadcast(turns[2 * k]);
    FloatVector s = Lanes.broadcast(turns[2 * k + 1]);
    FloatVector evenR = ar.add(br);
    FloatVector evenI = ai.sub(bi);
    FloatVector oddR = ai.add(bi);
    FloatVector oddI = br.sub(ar);
    FloatVector turnR = oddR.mul(c).sub(oddI.mul(s));
    FloatVector turnI = oddR.fma(s, oddI.mul(c));
    addQuarter(evenR.add(turnR), evenI.add(turnI), sums, k * ROW);
    addQuarter(evenR.sub(turnR), evenI.sub(turnI), sums, partner * ROW);
  }

  private static void addQuarter(FloatVector r, FloatVector i, float[] sums, int at) {
    FloatVector quarter = Lanes.broadcast(0.25f);
    r.fma(r, i.mul(i)).fma(quarter, Lanes.load(sums, at)).intoArray(sums, at);
  }

  private void flush() {
    for (int i = 0; i < sums.length; i++) {
      totals[i] += sums[i];
      sums[i] = 0;
    }
    pending = 0;
  }

  /// Writes the sums into `[bin][lane]`, from lane `lane` of rows of `step` on.
  void store(double[] into, int lane, int step) {
    flush();
    for (int bin = 0; bin < bins; bin++) {
      System.arraycopy(totals, bin * ROW, into, bin * step + lane, ROW);
    }
  }
}
