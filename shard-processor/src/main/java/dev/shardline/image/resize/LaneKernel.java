package dev.shardline.image.resize;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The kernel of 8-bit resampling: eight neighbouring results from eight neighbouring bytes of
/// every tap. In vectors where the machine has them that wide, else one by one; whole numbers, so
/// the same either way.
final class LaneKernel {
  static final int LANES = 16;

  private static final int HALF = LANES / 2;

  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_256;
  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_64;
  private static final boolean WIDE =
      IntVector.SPECIES_PREFERRED.vectorBitSize() >= INTS.vectorBitSize();

  private LaneKernel() {}

  /// Weighs taps and stores sixteen 8-bit values.
  ///
  /// @param from the source; tap `i` reads the sixteen bytes from `place + i * step` on
  /// @param axis the weights
  /// @param index the place on the axis
  /// @param weights the axis's weights in fixed point
  static void weigh(
      byte[] from,
      int place,
      int step,
      AxisWeights axis,
      int index,
      int[] weights,
      byte[] to,
      int target) {
    int first = index * axis.taps();
    int count = axis.count(index);
    if (WIDE) {
      weighVectors(from, place, step, weights, first, count, to, target);
    } else {
      weighScalars(from, place, step, weights, first, count, to, target);
    }
  }

  private static void weighVectors(
      byte[] from,
      int place,
      int step,
      int[] weights,
      int first,
      int count,
      byte[] to,
      int target) {
    IntVector left = IntVector.broadcast(INTS, AxisWeights.fixedPointHalf());
    IntVector right = left;
    for (int tap = 0; tap < count; tap++) {
      IntVector weight = IntVector.broadcast(INTS, weights[first + tap]);
      int source = place + tap * step;
      left = left.add(widened(from, source).mul(weight));
      right = right.add(widened(from, source + HALF).mul(weight));
    }
    store(left, to, target);
    store(right, to, target + HALF);
  }

  private static IntVector widened(byte[] from, int place) {
    return (IntVector)
        ByteVector.fromArray(BYTES, from, place)
            .convertShape(VectorOperators.ZERO_EXTEND_B2I, INTS, 0);
  }

  private static void store(IntVector sums, byte[] to, int target) {
    IntVector cut =
        sums.lanewise(VectorOperators.ASHR, AxisWeights.FIXED_POINT_BITS).max(0).min(255);
    ((ByteVector) cut.convertShape(VectorOperators.I2B, BYTES, 0)).intoArray(to, target);
  }

  static void weighScalars(
      byte[] from,
      int place,
      int step,
      int[] weights,
      int first,
      int count,
      byte[] to,
      int target) {
    for (int lane = 0; lane < LANES; lane++) {
      int sum = AxisWeights.fixedPointHalf();
      for (int tap = 0; tap < count; tap++) {
        sum += (from[place + tap * step + lane] & 0xFF) * weights[first + tap];
      }
      to[target + lane] = AxisWeights.fixedPointValue(sum);
    }
  }
}
