package dev.shardline.signal.lanes;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The sixteen logical lanes in double precision, in vectors that a loop works on several of, side
/// by side, since each step waits for the last.
///
/// A record, since the compiler takes what a constant record holds for constants, too.
///
/// @param species of the doubles
/// @param narrow of as many floats
record DoubleLanes(VectorSpecies<Double> species, VectorSpecies<Float> narrow) {
  /// The processor's vectors, of which a row has at least so many.
  static DoubleLanes atLeast(int vectors) {
    VectorSpecies<Double> longest = DoubleVector.SPECIES_PREFERRED;
    int bits = Math.min(longest.vectorBitSize(), Lanes.COUNT / vectors * Double.SIZE);
    return new DoubleLanes(
        VectorShape.forBitSize(bits).withLanes(double.class),
        VectorShape.forBitSize(bits / 2).withLanes(float.class));
  }

  /// Lanes that one vector holds.
  int length() {
    return species.length();
  }

  DoubleVector load(double[] values, int at) {
    return DoubleVector.fromArray(species, values, at);
  }

  DoubleVector load(float[] values, int at) {
    FloatVector floats = FloatVector.fromArray(narrow, values, at);
    return (DoubleVector) floats.convertShape(VectorOperators.F2D, species, 0);
  }

  void store(DoubleVector vector, float[] values, int at) {
    FloatVector floats = (FloatVector) vector.convertShape(VectorOperators.D2F, narrow, 0);
    floats.intoArray(values, at);
  }

  DoubleVector broadcast(double value) {
    return DoubleVector.broadcast(species, value);
  }
}
