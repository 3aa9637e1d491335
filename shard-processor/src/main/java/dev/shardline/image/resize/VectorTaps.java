package dev.shardline.image.resize;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The kernel of 8-bit resampling in vector instructions.
final class VectorTaps {
  private static final int HALF = LaneKernel.LANES / 2;

  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_256;
  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_64;

  private VectorTaps() {}

  /// Whether the processor has vectors of eight ints; below that they do not pay.
  static boolean isWideEnough() {
    return IntVector.SPECIES_PREFERRED.vectorBitSize() >= INTS.vectorBitSize();
  }

  /// As [LaneKernel#weighScalars].
  static void weigh(
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
}
