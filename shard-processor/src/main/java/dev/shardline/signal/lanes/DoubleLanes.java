package dev.shardline.signal.lanes;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The sixteen logical lanes in double precision. Vectors of four at most: sections work on four of
/// them side by side, since each step waits for the last, and longer ones would be too few for
/// that.
final class DoubleLanes {
  static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() > Lanes.COUNT / 4
          ? DoubleVector.SPECIES_256
          : DoubleVector.SPECIES_PREFERRED;

  /// Lanes that one vector holds.
  static final int LENGTH = SPECIES.length();

  private static final VectorSpecies<Float> NARROW =
      VectorShape.forBitSize(SPECIES.vectorBitSize() / 2).withLanes(float.class);

  private DoubleLanes() {}

  static DoubleVector load(double[] values, int at) {
    return DoubleVector.fromArray(SPECIES, values, at);
  }

  static DoubleVector load(float[] values, int at) {
    FloatVector narrow = FloatVector.fromArray(NARROW, values, at);
    return (DoubleVector) narrow.convertShape(VectorOperators.F2D, SPECIES, 0);
  }

  static void store(DoubleVector vector, float[] values, int at) {
    FloatVector narrow = (FloatVector) vector.convertShape(VectorOperators.D2F, NARROW, 0);
    narrow.intoArray(values, at);
  }

  static DoubleVector broadcast(double value) {
    return DoubleVector.broadcast(SPECIES, value);
  }
}
