package dev.shardline.volume.resample;

import java.util.Arrays;

/// The coefficients of a cubic spline that goes on with its outermost values. From the edge on each
/// differs from the edge's value by [SplineCoefficients#POLE] times what the one before does, and
/// the edge's value follows from the two outermost coefficients; so those stand in for all beyond.
final class EdgeTaps {
  private EdgeTaps() {}

  /// Moves the weights of taps beyond the ends to coefficients inside.
  ///
  /// @param start the first tap
  /// @param weights of the taps from the first one on; replaced
  /// @return the first tap from now on; those at `extent` and beyond have no weight
  static int foldIn(int start, double[] weights, int extent) {
    double[] outer = weights.clone();
    Arrays.fill(weights, 0);
    int from = Math.clamp(start, 0, Math.max(0, extent - weights.length));
    for (int tap = 0; tap < outer.length; tap++) {
      int at = start + tap;
      int edge = Math.clamp(at, 0, extent - 1);
      double faded = Math.pow(SplineCoefficients.POLE, Math.abs(at - edge));
      double ofNeighbour = (1 - faded) / (5 + SplineCoefficients.POLE);
      weights[edge - from] += outer[tap] * (1 - ofNeighbour);
      weights[neighbour(edge, at, extent) - from] += outer[tap] * ofNeighbour;
    }
    return from;
  }

  /// The coefficient inside next to the edge; the tap itself where it lies inside.
  private static int neighbour(int edge, int at, int extent) {
    if (at == edge || extent == 1) {
      return edge;
    }
    return at < edge ? edge + 1 : edge - 1;
  }
}
