package dev.shardline.signal.lanes;

import dev.shardline.signal.LaneBlock;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The sixteen logical lanes and how many of them this processor takes at a time.
public final class Lanes {
  /// Values per row.
  public static final int COUNT = LaneBlock.MOST;

  /// The processor's vectors, at most a row long.
  static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() > COUNT
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  /// Lanes that one vector holds: a divisor of [#COUNT].
  static final int LENGTH = SPECIES.length();

  private Lanes() {}

  static FloatVector load(float[] values, int at) {
    return FloatVector.fromArray(SPECIES, values, at);
  }

  static FloatVector broadcast(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }
}
