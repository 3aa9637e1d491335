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

  /// Moves value `j` of row `i` to value `i` of row `j`, for as many rows as a vector has lanes.
  ///
  /// @param from row `i` is read at `from[i][fromAt[i]…]`
  /// @param to row `j` is written at `to[j][toAt[j]…]`
  void transpose(float[][] from, int[] fromAt, float[][] to, int[] toAt) {
    for (int i = 0; i < LENGTH; i += 4) {
      nearStages(
          from[i],
          fromAt[i],
          from[i + 1],
          fromAt[i + 1],
          from[i + 2],
          fromAt[i + 2],
          from[i + 3],
          fromAt[i + 3],
          tile,
          i * LENGTH);
    }
    switch (LENGTH) {
      case 16 -> farStages(to, toAt);
      case 8 -> middleStage(to, toAt);
      default -> store(to, toAt);
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

  /// The stages of distance 4 and 8.
  private void farStages(float[][] to, int[] toAt) {
    for (int i = 0; i < 4; i++) {
      farStages(
          tile,
          i * LENGTH,
          to[i],
          toAt[i],
          to[i + 4],
          toAt[i + 4],
          to[i + 8],
          toAt[i + 8],
          to[i + 12],
          toAt[i + 12]);
    }
  }

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
  private void middleStage(float[][] to, int[] toAt) {
    for (int i = 0; i < 4; i++) {
      FloatVector r0 = Lanes.load(tile, i * LENGTH);
      FloatVector r1 = Lanes.load(tile, (i + 4) * LENGTH);
      r0.blend(r1.rearrange(UP_4), SET_4).intoArray(to[i], toAt[i]);
      r1.blend(r0.rearrange(DOWN_4), CLEAR_4).intoArray(to[i + 4], toAt[i + 4]);
    }
  }

  private void store(float[][] to, int[] toAt) {
    for (int i = 0; i < LENGTH; i++) {
      System.arraycopy(tile, i * LENGTH, to[i], toAt[i], LENGTH);
    }
  }
}
