package dev.shardline.image.codec.jpeg;

import java.util.Arrays;

/// Where the coefficients of a block lie in a batch of sixteen, one block to a lane.
final class ZigzagOrder {
  /// How many blocks share a batch.
  static final int LANES = 16;

  /// The number of values in a batch.
  static final int BATCH = 64 * LANES;

  private static final int[] NATURAL = {
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
    13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
    52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63
  };

  /// The first lane's place of the k-th coefficient in zigzag order (ITU-T T.81, figure A.6). A
  /// damaged run leads up to sixteen beyond the block; those land on the last place.
  static final int[] LANE_PLACES = lanePlaces();

  private ZigzagOrder() {}

  private static int[] lanePlaces() {
    int[] places = new int[64 + 16];
    Arrays.fill(places, 63 * LANES);
    for (int k = 0; k < 64; k++) {
      places[k] = NATURAL[k] * LANES;
    }
    return places;
  }
}
