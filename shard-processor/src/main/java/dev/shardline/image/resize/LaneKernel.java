package dev.shardline.image.resize;

import dev.shardline.image.lanes.VectorInstructions;

/// The kernel of 8-bit resampling: sixteen neighbouring results from sixteen neighbouring bytes of
/// every tap. In vectors where the machine has them that wide, else one by one; whole numbers, so
/// the same either way.
final class LaneKernel {
  static final int LANES = 16;

  private static final boolean VECTORS =
      VectorInstructions.areAvailable() && VectorTaps.isWideEnough();

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
    if (VECTORS) {
      VectorTaps.weigh(from, place, step, weights, first, count, to, target);
    } else {
      weighScalars(from, place, step, weights, first, count, to, target);
    }
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
