package dev.shardline.signal.lanes;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// Whether values are numbers: zero times any of them is zero, but times an infinity or NaN it is
/// NaN, and stays so in a sum.
///
/// Safe for many threads.
public final class FiniteRows {
  private static final int LENGTH = Lanes.LENGTH;
  private static final int STRANDS = 4;

  private FiniteRows() {}

  /// Whether there is neither NaN nor an infinity from index `from` (inclusive) to `to` (exclusive)
  /// of any row.
  public static boolean allFinite(float[][] rows, int from, int to) {
    boolean finite = true;
    for (float[] row : rows) {
      finite &= allFinite(row, from, to);
    }
    return finite;
  }

  private static boolean allFinite(float[] row, int from, int to) {
    int whole = to - (to - from) % (STRANDS * LENGTH);
    float rest = 0;
    for (int i = whole; i < to; i++) {
      rest += 0 * row[i];
    }
    return rest == 0 && strandsAreFinite(row, from, whole);
  }

  private static boolean strandsAreFinite(float[] row, int from, int to) {
    FloatVector zero = Lanes.broadcast(0);
    FloatVector a = zero;
    FloatVector b = zero;
    FloatVector c = zero;
    FloatVector d = zero;
    for (int i = from; i < to; i += STRANDS * LENGTH) {
      a = Lanes.load(row, i).fma(zero, a);
      b = Lanes.load(row, i + LENGTH).fma(zero, b);
      c = Lanes.load(row, i + 2 * LENGTH).fma(zero, c);
      d = Lanes.load(row, i + 3 * LENGTH).fma(zero, d);
    }
    return !a.add(b).add(c.add(d)).test(VectorOperators.IS_NAN).anyTrue();
  }
}
