package dev.shardline.signal.lanes;

import jdk.incubator.vector.DoubleVector;

/// A section whose numerator is `1 + b1·z⁻¹ + z⁻²`, as that of all sections but the first of a
/// Butterworth filter is: two of five multiplications less, with the same bits.
final class UnitSection implements LaneSection {
  private static final int ROW = Lanes.COUNT;
  private static final DoubleLanes LANES = DoubleLanes.atLeast(4);
  private static final int LENGTH = LANES.length();

  private final double b1;
  private final double minusA1;
  private final double minusA2;

  /// @param row b0 b1 b2 1 a1 a2 at `at`
  UnitSection(double[] row, int at) {
    b1 = row[at + 1];
    minusA1 = -row[at + 4];
    minusA2 = -row[at + 5];
  }

  @Override
  public void run(double[] block, int start, int count, int step, double[] state, int stateAt) {
    for (int lane = 0; lane < ROW; lane += 4 * LENGTH) {
      quad(block, start + lane, count, step, state, stateAt + lane);
    }
  }

  private void quad(double[] block, int start, int count, int step, double[] state, int stateAt) {
    DoubleVector b1 = LANES.broadcast(this.b1);
    DoubleVector a1 = LANES.broadcast(minusA1);
    DoubleVector a2 = LANES.broadcast(minusA2);
    DoubleVector p = LANES.load(state, stateAt);
    DoubleVector q = LANES.load(state, stateAt + LENGTH);
    DoubleVector r = LANES.load(state, stateAt + 2 * LENGTH);
    DoubleVector s = LANES.load(state, stateAt + 3 * LENGTH);
    DoubleVector pp = LANES.load(state, stateAt + ROW);
    DoubleVector qq = LANES.load(state, stateAt + ROW + LENGTH);
    DoubleVector rr = LANES.load(state, stateAt + ROW + 2 * LENGTH);
    DoubleVector ss = LANES.load(state, stateAt + ROW + 3 * LENGTH);
    int at = start;
    for (int i = 0; i < count; i++) {
      DoubleVector x = LANES.load(block, at);
      DoubleVector y = x.add(p);
      p = a1.fma(y, b1.fma(x, pp));
      pp = a2.fma(y, x);
      y.intoArray(block, at);
      x = LANES.load(block, at + LENGTH);
      y = x.add(q);
      q = a1.fma(y, b1.fma(x, qq));
      qq = a2.fma(y, x);
      y.intoArray(block, at + LENGTH);
      x = LANES.load(block, at + 2 * LENGTH);
      y = x.add(r);
      r = a1.fma(y, b1.fma(x, rr));
      rr = a2.fma(y, x);
      y.intoArray(block, at + 2 * LENGTH);
      x = LANES.load(block, at + 3 * LENGTH);
      y = x.add(s);
      s = a1.fma(y, b1.fma(x, ss));
      ss = a2.fma(y, x);
      y.intoArray(block, at + 3 * LENGTH);
      at += step;
    }
    p.intoArray(state, stateAt);
    q.intoArray(state, stateAt + LENGTH);
    r.intoArray(state, stateAt + 2 * LENGTH);
    s.intoArray(state, stateAt + 3 * LENGTH);
    pp.intoArray(state, stateAt + ROW);
    qq.intoArray(state, stateAt + ROW + LENGTH);
    rr.intoArray(state, stateAt + ROW + 2 * LENGTH);
    ss.intoArray(state, stateAt + ROW + 3 * LENGTH);
  }
}
