package dev.shardline.image.codec.jpeg;

/// The transform one value after another.
final class PlainInverseTransform extends InverseTransform {
  private final int[] work = new int[ZigzagOrder.BATCH];

  @Override
  void apply(int[] coefficients, int source, byte[] plane, int target, int stride) {
    for (int i = 0; i < ROW; i++) {
      transform(coefficients, source + i, ROW, FIRST_ROUNDING, FIRST_SHIFT, i);
    }
    for (int row = 0; row < 8; row++) {
      for (int lane = 0; lane < LANES; lane++) {
        int first = row * ROW + lane;
        transform(work, first, LANES, SECOND_ROUNDING, SECOND_SHIFT, first);
        store(first, plane, target + row * stride + 8 * lane);
      }
    }
  }

  /// Transforms eight values that lie `step` apart into eight that lie as far apart in `work`. All
  /// are read before the first is written.
  private void transform(int[] from, int at, int step, int rounding, int shift, int target) {
    int turned = (from[at + 2 * step] + from[at + 6 * step]) * FIX_0_541;
    int lower = turned - from[at + 6 * step] * FIX_1_847;
    int upper = turned + from[at + 2 * step] * FIX_0_765;
    int sum = (from[at] + from[at + 4 * step] << CONSTANT_BITS) + rounding;
    int difference = (from[at] - from[at + 4 * step] << CONSTANT_BITS) + rounding;

    int odd1 = from[at + step];
    int odd3 = from[at + 3 * step];
    int odd5 = from[at + 5 * step];
    int odd7 = from[at + 7 * step];
    int z5 = (odd7 + odd3 + odd5 + odd1) * FIX_1_175;
    int z3 = z5 - (odd7 + odd3) * FIX_1_961;
    int z4 = z5 - (odd5 + odd1) * FIX_0_390;
    int z1 = (odd7 + odd1) * FIX_0_899;
    int z2 = (odd5 + odd3) * FIX_2_562;

    int[] to = work;
    pair(to, target, target + 7 * step, sum + upper, odd1 * FIX_1_501 - z1 + z4, shift);
    pair(
        to,
        target + step,
        target + 6 * step,
        difference + lower,
        odd3 * FIX_3_072 - z2 + z3,
        shift);
    pair(
        to,
        target + 2 * step,
        target + 5 * step,
        difference - lower,
        odd5 * FIX_2_053 - z2 + z4,
        shift);
    pair(to, target + 3 * step, target + 4 * step, sum - upper, odd7 * FIX_0_298 - z1 + z3, shift);
  }

  private static void pair(int[] to, int near, int far, int even, int odd, int shift) {
    to[near] = even + odd >> shift;
    to[far] = even - odd >> shift;
  }

  private void store(int first, byte[] plane, int target) {
    for (int i = 0; i < 8; i++) {
      plane[target + i] = (byte) Math.clamp(work[first + i * LANES], 0, 255);
    }
  }
}
