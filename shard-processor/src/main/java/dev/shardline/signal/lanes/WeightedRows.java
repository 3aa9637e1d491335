package dev.shardline.signal.lanes;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Weighted sums of neighbouring rows, four at a time, which share what they load. A sum is one
/// strand whatever the vector, and a weight of zero leaves it as it is, so that the bits do not
/// depend on which sums are made together.
final class WeightedRows {
  /// Sums that are made together.
  static final int SUMS = 4;

  private static final int ROW = Lanes.COUNT;

  /// Half a row at most: four sums in two vectors are the eight that do not wait for each other.
  private static final VectorSpecies<Float> SPECIES =
      Lanes.LENGTH == ROW ? FloatVector.SPECIES_256 : Lanes.SPECIES;

  private static final int LENGTH = SPECIES.length();

  private WeightedRows() {}

  /// Sums `weights.length / 4` rows from index `from` on into the four rows from index `to` on.
  ///
  /// @param weights `[row][sum]`
  static void sum(float[] rows, int from, float[] weights, float[] sums, int to) {
    for (int lane = 0; lane < ROW; lane += 2 * LENGTH) {
      twoVectors(rows, from + lane, weights, sums, to + lane);
    }
  }

  private static void twoVectors(float[] rows, int from, float[] weights, float[] sums, int to) {
    FloatVector a = FloatVector.zero(SPECIES);
    FloatVector b = a;
    FloatVector c = a;
    FloatVector d = a;
    FloatVector aa = a;
    FloatVector bb = a;
    FloatVector cc = a;
    FloatVector dd = a;
    for (int k = 0; k < weights.length; k += SUMS) {
      FloatVector x = load(rows, from + k * (ROW / SUMS));
      FloatVector y = load(rows, from + k * (ROW / SUMS) + LENGTH);
      FloatVector w = broadcast(weights[k]);
      a = x.fma(w, a);
      aa = y.fma(w, aa);
      w = broadcast(weights[k + 1]);
      b = x.fma(w, b);
      bb = y.fma(w, bb);
      w = broadcast(weights[k + 2]);
      c = x.fma(w, c);
      cc = y.fma(w, cc);
      w = broadcast(weights[k + 3]);
      d = x.fma(w, d);
      dd = y.fma(w, dd);
    }
    a.intoArray(sums, to);
    aa.intoArray(sums, to + LENGTH);
    b.intoArray(sums, to + ROW);
    bb.intoArray(sums, to + ROW + LENGTH);
    c.intoArray(sums, to + 2 * ROW);
    cc.intoArray(sums, to + 2 * ROW + LENGTH);
    d.intoArray(sums, to + 3 * ROW);
    dd.intoArray(sums, to + 3 * ROW + LENGTH);
  }

  private static FloatVector load(float[] rows, int at) {
    return FloatVector.fromArray(SPECIES, rows, at);
  }

  private static FloatVector broadcast(float weight) {
    return FloatVector.broadcast(SPECIES, weight);
  }
}
