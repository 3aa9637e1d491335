package dev.shardline.signal.lanes;

import jdk.incubator.vector.FloatVector;

/// Weighted sums of neighbouring rows, a group of four at a time, which share what they load. A sum
/// is one strand whatever the vector, and a weight of zero leaves it as it is, so that the bits do
/// not depend on which sums are made together.
///
/// Eight strands do not wait for each other: four sums of two vectors, or, where a vector is a
/// whole row, of two groups.
final class WeightedRows {
  /// Sums of a group.
  static final int SUMS = 4;

  private static final int ROW = Lanes.COUNT;
  private static final int LENGTH = Lanes.LENGTH;

  /// Values of a row for each weight of a group.
  private static final int STEP = ROW / SUMS;

  private WeightedRows() {}

  /// Sums `weights.length / 4` rows from index `from` on into the four rows from index `to` on.
  ///
  /// @param weights `[row][sum]`
  static void sum(float[] rows, int from, float[] weights, float[] sums, int to) {
    if (LENGTH == ROW) {
      oneVector(rows, from, weights, sums, to);
      return;
    }
    for (int lane = 0; lane < ROW; lane += 2 * LENGTH) {
      twoVectors(rows, from + lane, weights, sums, to + lane);
    }
  }

  /// Two groups of as many rows into the eight rows from index `to` on, each as [#sum] would.
  static void sumBoth(
      float[] rows,
      int from,
      float[] weights,
      int otherFrom,
      float[] otherWeights,
      float[] sums,
      int to) {
    if (LENGTH == ROW) {
      twoGroups(rows, from, weights, otherFrom, otherWeights, sums, to);
    } else {
      sum(rows, from, weights, sums, to);
      sum(rows, otherFrom, otherWeights, sums, to + SUMS * ROW);
    }
  }

  private static void twoVectors(float[] rows, int from, float[] weights, float[] sums, int to) {
    FloatVector a = Lanes.broadcast(0);
    FloatVector b = a;
    FloatVector c = a;
    FloatVector d = a;
    FloatVector aa = a;
    FloatVector bb = a;
    FloatVector cc = a;
    FloatVector dd = a;
    for (int k = 0; k < weights.length; k += SUMS) {
      FloatVector x = Lanes.load(rows, from + k * STEP);
      FloatVector y = Lanes.load(rows, from + k * STEP + LENGTH);
      FloatVector w = Lanes.broadcast(weights[k]);
      a = x.fma(w, a);
      aa = y.fma(w, aa);
      w = Lanes.broadcast(weights[k + 1]);
      b = x.fma(w, b);
      bb = y.fma(w, bb);
      w = Lanes.broadcast(weights[k + 2]);
      c = x.fma(w, c);
      cc = y.fma(w, cc);
      w = Lanes.broadcast(weights[k + 3]);
      d = x.fma(w, d);
      dd = y.fma(w, dd);
    }
    store(a, b, c, d, sums, to);
    store(aa, bb, cc, dd, sums, to + LENGTH);
  }

  private static void twoGroups(
      float[] rows,
      int from,
      float[] weights,
      int otherFrom,
      float[] otherWeights,
      float[] sums,
      int to) {
    FloatVector a = Lanes.broadcast(0);
    FloatVector b = a;
    FloatVector c = a;
    FloatVector d = a;
    FloatVector aa = a;
    FloatVector bb = a;
    FloatVector cc = a;
    FloatVector dd = a;
    for (int k = 0; k < weights.length; k += SUMS) {
      FloatVector x = Lanes.load(rows, from + k * STEP);
      FloatVector y = Lanes.load(rows, otherFrom + k * STEP);
      a = x.fma(Lanes.broadcast(weights[k]), a);
      aa = y.fma(Lanes.broadcast(otherWeights[k]), aa);
      b = x.fma(Lanes.broadcast(weights[k + 1]), b);
      bb = y.fma(Lanes.broadcast(otherWeights[k + 1]), bb);
      c = x.fma(Lanes.broadcast(weights[k + 2]), c);
      cc = y.fma(Lanes.broadcast(otherWeights[k + 2]), cc);
      d = x.fma(Lanes.broadcast(weights[k + 3]), d);
      dd = y.fma(Lanes.broadcast(otherWeights[k + 3]), dd);
    }
    store(a, b, c, d, sums, to);
    store(aa, bb, cc, dd, sums, to + SUMS * ROW);
  }

  private static void oneVector(float[] rows, int from, float[] weights, float[] sums, int to) {
    FloatVector a = Lanes.broadcast(0);
    FloatVector b = a;
    FloatVector c = a;
    FloatVector d = a;
    for (int k = 0; k < weights.length; k += SUMS) {
      FloatVector x = Lanes.load(rows, from + k * STEP);
      a = x.fma(Lanes.broadcast(weights[k]), a);
      b = x.fma(Lanes.broadcast(weights[k + 1]), b);
      c = x.fma(Lanes.broadcast(weights[k + 2]), c);
      d = x.fma(Lanes.broadcast(weights[k + 3]), d);
    }
    store(a, b, c, d, sums, to);
  }

  private static void store(
      FloatVector a, FloatVector b, FloatVector c, FloatVector d, float[] sums, int to) {
    a.intoArray(sums, to);
    b.intoArray(sums, to + ROW);
    c.intoArray(sums, to + 2 * ROW);
    d.intoArray(sums, to + 3 * ROW);
  }
}
