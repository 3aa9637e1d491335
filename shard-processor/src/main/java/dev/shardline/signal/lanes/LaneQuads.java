package dev.shardline.signal.lanes;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/// What transposes signals within vectors: the lanes of a vector are quads of four.
final class LaneQuads {
  /// Lanes of a quad; divides the lanes of every vector.
  static final int LENGTH = 4;

  private static final VectorMask<Float> ODD = mask(lane -> lane % 2 == 1);
  private static final VectorMask<Float> UPPER_PAIR = mask(lane -> lane % LENGTH >= 2);
  private static final VectorMask<Float> SECOND = mask(lane -> lane / LENGTH == 1);
  private static final VectorMask<Float> THIRD = mask(lane -> lane / LENGTH == 2);
  private static final VectorMask<Float> FOURTH = mask(lane -> lane / LENGTH == 3);
  private static final VectorShuffle<Float> EVENS_TWICE = shuffle(lane -> lane & ~1);
  private static final VectorShuffle<Float> ODDS_TWICE = shuffle(lane -> lane | 1);
  private static final VectorShuffle<Float> LOWER_PAIR_TWICE = shuffle(lane -> lane & ~2);
  private static final VectorShuffle<Float> UPPER_PAIR_TWICE = shuffle(lane -> lane | 2);

  private LaneQuads() {}

  private static VectorMask<Float> mask(IntPredicate lanes) {
    boolean[] set = new boolean[Lanes.LENGTH];
    for (int lane = 0; lane < set.length; lane++) {
      set[lane] = lanes.test(lane);
    }
    return VectorMask.fromArray(Lanes.SPECIES, set, 0);
  }

  private static VectorShuffle<Float> shuffle(IntUnaryOperator source) {
    return VectorShuffle.fromOp(Lanes.SPECIES, source);
  }

  /// The vector with the second quad of another.
  static FloatVector second(FloatVector vector, FloatVector other) {
    return vector.blend(other, SECOND);
  }

  /// With the third.
  static FloatVector third(FloatVector vector, FloatVector other) {
    return vector.blend(other, THIRD);
  }

  /// With the fourth.
  static FloatVector fourth(FloatVector vector, FloatVector other) {
    return vector.blend(other, FOURTH);
  }

  /// Stores the columns of the squares that the quads of four vectors are as rows, `step` apart.
  static void turn(
      FloatVector a, FloatVector b, FloatVector c, FloatVector d, float[] rows, int row, int step) {
    FloatVector evensAb = a.blend(b.rearrange(EVENS_TWICE), ODD);
    FloatVector oddsAb = a.rearrange(ODDS_TWICE).blend(b, ODD);
    FloatVector evensCd = c.blend(d.rearrange(EVENS_TWICE), ODD);
    FloatVector oddsCd = c.rearrange(ODDS_TWICE).blend(d, ODD);
    evensAb.blend(evensCd.rearrange(LOWER_PAIR_TWICE), UPPER_PAIR).intoArray(rows, row);
    oddsAb.blend(oddsCd.rearrange(LOWER_PAIR_TWICE), UPPER_PAIR).intoArray(rows, row + step);
    evensAb.rearrange(UPPER_PAIR_TWICE).blend(evensCd, UPPER_PAIR).intoArray(rows, row + 2 * step);
    oddsAb.rearrange(UPPER_PAIR_TWICE).blend(oddsCd, UPPER_PAIR).intoArray(rows, row + 3 * step);
  }
}
