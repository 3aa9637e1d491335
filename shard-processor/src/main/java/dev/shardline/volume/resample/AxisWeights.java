package dev.shardline.volume.resample;

import dev.shardline.volume.resample.GridMapping.AxisStep;

/// For every index of a target axis the source voxels it is made of and their weights.
final class AxisWeights {
  private final int taps;
  private final int[] sources;
  private final float[] weights;

  /// Whether splines go on beyond the outermost voxels, instead of standing still there.
  private final boolean beyondEdges;

  private int first = Integer.MAX_VALUE;
  private int last = -1;

  /// @param reversed whether the source axis lies in memory from its last voxel to its first
  AxisWeights(
      AxisStep step,
      int sourceExtent,
      int targetExtent,
      Interpolation interpolation,
      Border border,
      boolean reversed) {
    this.taps = interpolation.taps();
    this.sources = new int[targetExtent * taps];
    this.weights = new float[targetExtent * taps];
    this.beyondEdges = border == Border.EDGE && interpolation == Interpolation.CUBIC;
    for (int i = 0; i < targetExtent; i++) {
      double position = i * step.scale() + step.shift();
      double end = sourceExtent - 1;
      if (!beyondEdges) {
        if (position < 0 && (position >= -step.slack() || border == Border.EDGE)) {
          position = 0;
        }
        if (position > end && (position <= end + step.slack() || border == Border.EDGE)) {
          position = end;
        }
      }
      if (beyondEdges || position >= 0 && position <= end) {
        first = Math.min(first, i);
        last = i;
        fill(i, position, sourceExtent, interpolation, reversed);
      }
    }
  }

  private void fill(
      int target, double position, int extent, Interpolation interpolation, boolean reversed) {
    int start = SplineWeights.firstTap(interpolation, position, extent);
    double[] tapWeights = SplineWeights.at(interpolation, position - start);
    if (beyondEdges) {
      start = EdgeTaps.foldIn(start, tapWeights, extent);
    }
    for (int tap = 0; tap < taps; tap++) {
      int source = SplineWeights.mirrored(start + tap, extent);
      sources[target * taps + tap] = reversed ? extent - 1 - source : source;
      weights[target * taps + tap] = (float) tapWeights[tap];
    }
  }

  /// The first target index that lies inside the source; larger than [#last] if none does.
  int first() {
    return first;
  }

  /// The last target index that lies inside the source.
  int last() {
    return last;
  }

  /// Memory index, along the axis, of a target index's source voxel.
  int source(int target, int tap) {
    return sources[target * taps + tap];
  }

  float weight(int target, int tap) {
    return weights[target * taps + tap];
  }

  /// All source indices: those of target index i begin at `i · taps`. Not to be written.
  int[] sources() {
    return sources;
  }

  /// All weights, in the order of [#sources]. Not to be written.
  float[] weights() {
    return weights;
  }
}
