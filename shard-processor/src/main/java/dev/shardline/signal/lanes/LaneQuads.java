package dev.shardline.signal.lanes;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// What transposes signals within vectors: the lanes of a vector are quads of four.
final class LaneQuads {
  /// Lanes of a quad; divides the lanes of every vector.
  static final int LENGTH = 4;

  /// The processor's vectors, of two quads at most. With longer ones as many signals would be read
  /// side by side as there are lanes, sixteen, whose lines of cache are in each other's way where
  /// signals lie a multiple of a page apart, as they often do.
  static final VectorSpecies<Float> SPECIES =
      Lanes.LENGTH > 2 * LENGTH ? FloatVector.SPECIES_256 : Lanes.SPECIES;

  /// Lanes of such a vector, a divisor of [Lanes#LENGTH].
  static final int LANES = SPECIES.length();

  private static final VectorMask<Float> ODD = mask(lane -> lane % 2 == 1);
  private static final VectorMask<Float> UPPER_PAIR = mask(lane -> lane % LENGTH >= 2);
  private static final VectorMask<Float> SECOND = mask(lane -> lane / LENGTH == 1);
  private static final VectorShuffle<Float> EVENS_TWICE = shuffle(lane -> lane & ~1);
  private static final VectorShuffle<Float> ODDS_TWICE = shuffle(lane -> lane | 1);
  private static final VectorShuffle<Float> LOWER_PAIR_TWICE = shuffle(lane -> lane & ~2);
  private static final VectorShuffle<Float> UPPER_PAIR_TWICE = shuffle(lane -> lane | 2);

  private LaneQuads() {}

  private static VectorMask<Float> mask(IntPredicate lanes) {
    boolean[] set = new boolean[LANES];
    for (int lane = 0; lane < set.length; lane++) {
      set[lane] = lanes.test(lane);
    }
    return VectorMask.fromArray(SPECIES, set, 0);
  }

  private static VectorShuffle<Float> shuffle(IntUnaryOperator source) {
    return VectorShuffle.fromOp(SPECIES, source);
  }

  static FloatVector load(float[] values, int at) {
    return FloatVector.fromArray(SPECIES, values, at);
  }

  /// The vector with the second quad of another.
  static FloatVector second(FloatVector vector, FloatVector other) {
    return vector.blend(other, SECOND);
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
