package dev.shardline.signal.lanes;

/// The factors `exp(-2πi·pj/n)` of a pass, in the order its butterflies take them.
final class LaneTwiddles {
  private LaneTwiddles() {}

  /// `[p][j = 1…radix − 1][cosine, sine]` for blocks of `points`, each correctly rounded from
  /// double precision.
  static float[] of(int points, int radix) {
    int span = points / radix;
    float[] twiddles = new float[span * (radix - 1) * 2];
    int at = 0;
    for (int p = 0; p < span; p++) {
      for (int j = 1; j < radix; j++) {
        double angle = 2 * Math.PI * ((double) p * j / points);
        twiddles[at++] = (float) StrictMath.cos(angle);
        twiddles[at++] = (float) -StrictMath.sin(angle);
      }
    }
    return twiddles;
  }
}
