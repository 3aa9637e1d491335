package dev.shardline.signal.lanes;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;

/// Two sections `(1 − z⁻²) / (1 + a1·z⁻¹ + a2·z⁻²)` in one loop, on two vectors at a time: direct
/// form II transposed with its two values negated, which leaves a difference and two fused
/// multiply-adds.
final class BandPair {
  private static final int ROW = Lanes.COUNT;
  private static final DoubleLanes LANES = DoubleLanes.atLeast(2);
  private static final int LENGTH = LANES.length();

  /// Rows of what is remembered: two for each section.
  private static final int ROWS = 4;

  private final double a1;
  private final double a2;
  private final double nextA1;
  private final double nextA2;
  private final double[] state = new double[ROWS * ROW];

  /// @param rows b0 b1 b2 1 a1 a2 of the two sections from `at` on
  BandPair(double[] rows, int at) {
    a1 = rows[at + 4];
    a2 = rows[at + 5];
    nextA1 = rows[at + 10];
    nextA2 = rows[at + 11];
  }

  /// Forgets all rows.
  void rest() {
    Arrays.fill(state, 0);
  }

  /// Remembers the first row as if it had been there for ever.
  void settle(LaneRows rows) {
    rest();
    for (int lane = 0; lane < ROW; lane++) {
      state[lane] = rows.values()[rows.first() + lane];
      state[ROW + lane] = state[lane];
    }
  }

  /// Takes `count` rows of float32 from index `from` on and gives doubles from index `to` on, both
  /// `step` values apart.
  void open(float[] values, int from, double[] block, int to, int count, int step) {
    for (int lane = 0; lane < ROW; lane += 2 * LENGTH) {
      openLanes(values, from + lane, block, to + lane, count, step, lane);
    }
  }

  /// Takes doubles and gives float32 times a gain.
  void close(double[] block, int from, double gain, float[] values, int to, int count, int step) {
    for (int lane = 0; lane < ROW; lane += 2 * LENGTH) {
      closeLanes(block, from + lane, gain, values, to + lane, count, step, lane);
    }
  }

  private void openLanes(
      float[] values, int from, double[] block, int to, int count, int step, int lane) {
    DoubleVector a = LANES.broadcast(a1);
    DoubleVector b = LANES.broadcast(a2);
    DoubleVector c = LANES.broadcast(nextA1);
    DoubleVector d = LANES.broadcast(nextA2);
    DoubleVector p = LANES.load(state, lane);
    DoubleVector pp = LANES.load(state, lane + ROW);
    DoubleVector q = LANES.load(state, lane + 2 * ROW);
    DoubleVector qq = LANES.load(state, lane + 3 * ROW);
    DoubleVector r = LANES.load(state, lane + LENGTH);
    DoubleVector rr = LANES.load(state, lane + ROW + LENGTH);
    DoubleVector s = LANES.load(state, lane + 2 * ROW + LENGTH);
    DoubleVector ss = LANES.load(state, lane + 3 * ROW + LENGTH);
    for (int i = 0; i < count; i++) {
      DoubleVector x = LANES.load(values, from + i * step);
      DoubleVector y = x.sub(p);
      p = a.fma(y, pp);
      pp = b.fma(y, x);
      x = y.sub(q);
      q = c.fma(x, qq);
      qq = d.fma(x, y);
      x.intoArray(block, to + i * step);
      x = LANES.load(values, from + i * step + LENGTH);
      y = x.sub(r);
      r = a.fma(y, rr);
      rr = b.fma(y, x);
      x = y.sub(s);
      s = c.fma(x, ss);
      ss = d.fma(x, y);
      x.intoArray(block, to + i * step + LENGTH);
    }
    keep(p, pp, q, qq, lane);
    keep(r, rr, s, ss, lane + LENGTH);
  }

  private void closeLanes(
      double[] block,
      int from,
      double gain,
      float[] values,
      int to,
      int count,
      int step,
      int lane) {
    DoubleVector a = LANES.broadcast(a1);
    DoubleVector b = LANES.broadcast(a2);
    DoubleVector c = LANES.broadcast(nextA1);
    DoubleVector d = LANES.broadcast(nextA2);
    DoubleVector p = LANES.load(state, lane);
    DoubleVector pp = LANES.load(state, lane + ROW);
    DoubleVector q = LANES.load(state, lane + 2 * ROW);
    DoubleVector qq = LANES.load(state, lane + 3 * ROW);
    DoubleVector r = LANES.load(state, lane + LENGTH);
    DoubleVector rr = LANES.load(state, lane + ROW + LENGTH);
    DoubleVector s = LANES.load(state, lane + 2 * ROW + LENGTH);
    DoubleVector ss = LANES.load(state, lane + 3 * ROW + LENGTH);
    for (int i = 0; i < count; i++) {
      DoubleVector x = LANES.load(block, from + i * step);
      DoubleVector y = x.sub(p);
      p = a.fma(y, pp);
      pp = b.fma(y, x);
      x = y.sub(q);
      q = c.fma(x, qq);
      qq = d.fma(x, y);
      LANES.store(x.mul(gain), values, to + i * step);
      x = LANES.load(block, from + i * step + LENGTH);
      y = x.sub(r);
      r = a.fma(y, rr);
      rr = b.fma(y, x);
      x = y.sub(s);
      s = c.fma(x, ss);
      ss = d.fma(x, y);
      LANES.store(x.mul(gain), values, to + i * step + LENGTH);
    }
    keep(p, pp, q, qq, lane);
    keep(r, rr, s, ss, lane + LENGTH);
  }

  private void keep(DoubleVector p, DoubleVector pp, DoubleVector q, DoubleVector qq, int lane) {
    p.intoArray(state, lane);
    pp.intoArray(state, lane + ROW);
    q.intoArray(state, lane + 2 * ROW);
    qq.intoArray(state, lane + 3 * ROW);
  }
}
