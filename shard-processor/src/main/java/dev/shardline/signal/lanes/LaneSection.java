package dev.shardline.signal.lanes;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// One second-order section over a block of rows of doubles, in place: direct form II transposed
/// with fused multiply-adds. Several vectors run side by side, since each step waits for the last.
final class LaneSection {
  private static final int ROW = Lanes.COUNT;
  private static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() > ROW / 2
          ? DoubleVector.SPECIES_512
          : DoubleVector.SPECIES_PREFERRED;
  private static final int LENGTH = SPECIES.length();

  private final double b0;
  private final double b1;
  private final double b2;
  private final double minusA1;
  private final double minusA2;

  /// @param row b0 b1 b2 1 a1 a2 at `at`
  LaneSection(double[] row, int at) {
    b0 = row[at];
    b1 = row[at + 1];
    b2 = row[at + 2];
    minusA1 = -row[at + 4];
    minusA2 = -row[at + 5];
  }

  /// Runs `count` rows from index `start` on, `step` values apart: forward or backward.
  ///
  /// @param state two rows of sixteen from `stateAt` on, kept between calls
  void run(double[] block, int start, int count, int step, double[] state, int stateAt) {
    if (LENGTH == ROW / 2) {
      pair(block, start, count, step, state, stateAt);
      return;
    }
    for (int lane = 0; lane < ROW; lane += 4 * LENGTH) {
      quad(block, start + lane, count, step, state, stateAt + lane);
    }
  }

  private static DoubleVector load(double[] values, int at) {
    return DoubleVector.fromArray(SPECIES, values, at);
  }

  private static DoubleVector broadcast(double value) {
    return DoubleVector.broadcast(SPECIES, value);
  }

  private void pair(double[] block, int start, int count, int step, double[] state, int stateAt) {
    DoubleVector b0 = broadcast(this.b0);
    DoubleVector b1 = broadcast(this.b1);
    DoubleVector b2 = broadcast(this.b2);
    DoubleVector a1 = broadcast(minusA1);
    DoubleVector a2 = broadcast(minusA2);
    DoubleVector p = load(state, stateAt);
    DoubleVector q = load(state, stateAt + LENGTH);
    DoubleVector pp = load(state, stateAt + ROW);
    DoubleVector qq = load(state, stateAt + ROW + LENGTH);
    int at = start;
    for (int i = 0; i < count; i++) {
      DoubleVector x = load(block, at);
      DoubleVector y = b0.fma(x, p);
      p = a1.fma(y, b1.fma(x, pp));
      pp = a2.fma(y, b2.mul(x));
      y.intoArray(block, at);
      x = load(block, at + LENGTH);
      y = b0.fma(x, q);
      q = a1.fma(y, b1.fma(x, qq));
      qq = a2.fma(y, b2.mul(x));
      y.intoArray(block, at + LENGTH);
      at += step;
    }
    p.intoArray(state, stateAt);
    q.intoArray(state, stateAt + LENGTH);
    pp.intoArray(state, stateAt + ROW);
    qq.intoArray(state, stateAt + ROW + LENGTH);
  }

  private void quad(double[] block, int start, int count, int step, double[] state, int stateAt) {
    DoubleVector b0 = broadcast(this.b0);
    DoubleVector b1 = broadcast(this.b1);
    DoubleVector b2 = broadcast(this.b2);
    DoubleVector a1 = broadcast(minusA1);
    DoubleVector a2 = broadcast(minusA2);
    DoubleVector p = load(state, stateAt);
    DoubleVector q = load(state, stateAt + LENGTH);
    DoubleVector r = load(state, stateAt + 2 * LENGTH);
    DoubleVector s = load(state, stateAt + 3 * LENGTH);
    DoubleVector pp = load(state, stateAt + ROW);
    DoubleVector qq = load(state, stateAt + ROW + LENGTH);
    DoubleVector rr = load(state, stateAt + ROW + 2 * LENGTH);
    DoubleVector ss = load(state, stateAt + ROW + 3 * LENGTH);
    int at = start;
    for (int i = 0; i < count; i++) {
      DoubleVector x = load(block, at);
      DoubleVector y = b0.fma(x, p);
      p = a1.fma(y, b1.fma(x, pp));
      pp = a2.fma(y, b2.mul(x));
      y.intoArray(block, at);
      x = load(block, at + LENGTH);
      y = b0.fma(x, q);
      q = a1.fma(y, b1.fma(x, qq));
      qq = a2.fma(y, b2.mul(x));
      y.intoArray(block, at + LENGTH);
      x = load(block, at + 2 * LENGTH);
      y = b0.fma(x, r);
      r = a1.fma(y, b1.fma(x, rr));
      rr = a2.fma(y, b2.mul(x));
      y.intoArray(block, at + 2 * LENGTH);
      x = load(block, at + 3 * LENGTH);
      y = b0.fma(x, s);
      s = a1.fma(y, b1.fma(x, ss));
      ss = a2.fma(y, b2.mul(x));
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
