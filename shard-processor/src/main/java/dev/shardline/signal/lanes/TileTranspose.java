package dev.shardline.signal.lanes;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/// Transposes square tiles of one vector's length. A stage of distance `s` swaps bit `s` of a
/// value's row with bit `s` of its column; all stages together transpose. Two stages at a time are
/// done on four rows in registers.
///
/// Not safe for concurrent use: it keeps scratch space.
final class TileTranspose {
  private static final int LENGTH = Lanes.LENGTH;
  private static final VectorShuffle<Float> UP_1 = shuffle(-1);
  private static final VectorShuffle<Float> UP_2 = shuffle(-2);
  private static final VectorShuffle<Float> UP_4 = shuffle(-4);
  private static final VectorShuffle<Float> UP_8 = shuffle(-8);
  private static final VectorShuffle<Float> DOWN_1 = shuffle(1);
  private static final VectorShuffle<Float> DOWN_2 = shuffle(2);
  private static final VectorShuffle<Float> DOWN_4 = shuffle(4);
  private static final VectorShuffle<Float> DOWN_8 = shuffle(8);
  private static final VectorMask<Float> SET_1 = columnsWith(1);
  private static final VectorMask<Float> SET_2 = columnsWith(2);
  private static final VectorMask<Float> SET_4 = columnsWith(4);
  private static final VectorMask<Float> SET_8 = columnsWith(8);
  private static final VectorMask<Float> CLEAR_1 = SET_1.not();
  private static final VectorMask<Float> CLEAR_2 = SET_2.not();
  private static final VectorMask<Float> CLEAR_4 = SET_4.not();
  private static final VectorMask<Float> CLEAR_8 = SET_8.not();

  private final float[] tile = new float[LENGTH * LENGTH];

  private static VectorShuffle<Float> shuffle(int distance) {
    return VectorShuffle.fromOp(Lanes.SPECIES, lane -> lane + distance & LENGTH - 1);
  }

  private static VectorMask<Float> columnsWith(int bit) {
    boolean[] set = new boolean[LENGTH];
    for (int lane = 0; lane < LENGTH; lane++) {
      set[lane] = (lane & bit) != 0;
    }
    return VectorMask.fromArray(Lanes.SPECIES, set, 0);
  }

  /// Takes up a tile whose row `i` is `from[first + i]` from `at[first + i] + offset` on.
  void take(float[][] from, int first, int[] at, int offset) {
    for (int i = 0; i < LENGTH; i += 4) {
      int row = first + i;
      nearStages(
          from[row],
          at[row] + offset,
          from[row + 1],
          at[row + 1] + offset,
          from[row + 2],
          at[row + 2] + offset,
          from[row + 3],
          at[row + 3] + offset,
          tile,
          i * LENGTH);
    }
  }

  /// Takes up a tile whose row `i` is `from` from `at + i·step` on.
  void take(float[] from, int at, int step) {
    for (int i = 0; i < LENGTH; i += 4) {
      int row = at + i * step;
      nearStages(
          from,
          row,
          from,
          row + step,
          from,
          row + 2 * step,
          from,
          row + 3 * step,
          tile,
          i * LENGTH);
    }
  }

  /// Puts the transposed tile down: its row `i` to `to[first + i]` from `at[first + i] + offset`
  /// on.
  void put(float[][] to, int first, int[] at, int offset) {
    switch (LENGTH) {
      case 16 -> {
        for (int i = first; i < first + 4; i++) {
          farStages(
              tile,
              (i - first) * LENGTH,
              to[i],
              at[i] + offset,
              to[i + 4],
              at[i + 4] + offset,
              to[i + 8],
              at[i + 8] + offset,
              to[i + 12],
              at[i + 12] + offset);
        }
      }
      case 8 -> {
        for (int i = first; i < first + 4; i++) {
          int from = (i - first) * LENGTH;
          middleStage(tile, from, to[i], at[i] + offset, to[i + 4], at[i + 4] + offset);
        }
      }
      default -> {
        for (int i = 0; i < LENGTH; i++) {
          System.arraycopy(tile, i * LENGTH, to[first + i], at[first + i] + offset, LENGTH);
        }
      }
    }
  }

  /// Puts the transposed tile down: its row `i` to `to` from `at + i·step` on.
  void put(float[] to, int at, int step) {
    switch (LENGTH) {
      case 16 -> {
        for (int i = 0; i < 4; i++) {
          int row = at + i * step;
          farStages(
              tile,
              i * LENGTH,
              to,
              row,
              to,
              row + 4 * step,
              to,
              row + 8 * step,
              to,
              row + 12 * step);
        }
      }
      case 8 -> {
        for (int i = 0; i < 4; i++) {
          int row = at + i * step;
          middleStage(tile, i * LENGTH, to, row, to, row + 4 * step);
        }
      }
      default -> {
        for (int i = 0; i < LENGTH; i++) {
          System.arraycopy(tile, i * LENGTH, to, at + i * step, LENGTH);
        }
      }
    }
  }

  /// The stages of distance 1 and 2 on four neighbouring rows.
  private static void nearStages(
      float[] a,
      int aAt,
      float[] b,
      int bAt,
      float[] c,
      int cAt,
      float[] d,
      int dAt,
      float[] tile,
      int at) {
    FloatVector r0 = Lanes.load(a, aAt);
    FloatVector r1 = Lanes.load(b, bAt);
    FloatVector r2 = Lanes.load(c, cAt);
    FloatVector r3 = Lanes.load(d, dAt);
    FloatVector s0 = r0.blend(r1.rearrange(UP_1), SET_1);
    FloatVector s1 = r1.blend(r0.rearrange(DOWN_1), CLEAR_1);
    FloatVector s2 = r2.blend(r3.rearrange(UP_1), SET_1);
    FloatVector s3 = r3.blend(r2.rearrange(DOWN_1), CLEAR_1);
    s0.blend(s2.rearrange(UP_2), SET_2).intoArray(tile, at);
    s1.blend(s3.rearrange(UP_2), SET_2).intoArray(tile, at + LENGTH);
    s2.blend(s0.rearrange(DOWN_2), CLEAR_2).intoArray(tile, at + 2 * LENGTH);
    s3.blend(s1.rearrange(DOWN_2), CLEAR_2).intoArray(tile, at + 3 * LENGTH);
  }

  /// The stages of distance 4 and 8 on every fourth row.
  private static void farStages(
      float[] tile,
      int at,
      float[] a,
      int aAt,
      float[] b,
      int bAt,
      float[] c,
      int cAt,
      float[] d,
      int dAt) {
    FloatVector r0 = Lanes.load(tile, at);
    FloatVector r1 = Lanes.load(tile, at + 4 * LENGTH);
    FloatVector r2 = Lanes.load(tile, at + 8 * LENGTH);
    FloatVector r3 = Lanes.load(tile, at + 12 * LENGTH);
    FloatVector s0 = r0.blend(r1.rearrange(UP_4), SET_4);
    FloatVector s1 = r1.blend(r0.rearrange(DOWN_4), CLEAR_4);
    FloatVector s2 = r2.blend(r3.rearrange(UP_4), SET_4);
    FloatVector s3 = r3.blend(r2.rearrange(DOWN_4), CLEAR_4);
    s0.blend(s2.rearrange(UP_8), SET_8).intoArray(a, aAt);
    s1.blend(s3.rearrange(UP_8), SET_8).intoArray(b, bAt);
    s2.blend(s0.rearrange(DOWN_8), CLEAR_8).intoArray(c, cAt);
    s3.blend(s1.rearrange(DOWN_8), CLEAR_8).intoArray(d, dAt);
  }

  /// The stage of distance 4, where it is the last.
  private static void middleStage(float[] tile, int at, float[] a, int aAt, float[] b, int bAt) {
    FloatVector r0 = Lanes.load(tile, at);
    FloatVector r1 = Lanes.load(tile, at + 4 * LENGTH);
    r0.blend(r1.rearrange(UP_4), SET_4).intoArray(a, aAt);
    r1.blend(r0.rearrange(DOWN_4), CLEAR_4).intoArray(b, bAt);
  }
}
