package dev.shardline.volume.resample;

import dev.shardline.volume.Axis;
import dev.shardline.volume.FloatVoxels;
import dev.shardline.volume.StoredVoxels;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.VoxelLayout;
import dev.shardline.volume.resample.GridMapping.AxisStep;
import java.util.Arrays;
import java.util.Comparator;

/// Resamples where source and target run along the same axes: one axis after the other, the one
/// that is slowest in memory first, so that all reading and most arithmetic goes along rows. The
/// result lies in memory in the source's order of axes.
final class SeparableResampler {
  private final StoredVoxels voxels;
  private final VoxelLayout source;
  private final VolumeShape target;
  private final AxisStep[] steps;
  private final WholeNumbers rounding;
  private final ExactLinear exact;

  /// The axes from fastest to slowest in memory, and each one's weights.
  private final Axis[] order;

  private final AxisWeights fast;
  private final AxisWeights middle;
  private final AxisWeights slow;
  private final int taps;

  /// @param source a layout with neighbours along one axis also neighbours in memory
  SeparableResampler(
      StoredVoxels voxels,
      VoxelLayout source,
      VolumeShape target,
      AxisStep[] steps,
      Interpolation interpolation,
      Border border,
      WholeNumbers rounding) {
    this.voxels = voxels;
    this.source = source;
    this.target = target;
    this.steps = steps;
    this.rounding = rounding;
    this.exact = new ExactLinear(voxels, source);
    this.order = fastestFirst(source);
    AxisWeights[] weights = new AxisWeights[3];
    for (int i = 0; i < 3; i++) {
      Axis axis = order[i];
      weights[i] =
          new AxisWeights(
              steps[axis.index()],
              source.shape().extent(axis),
              target.extent(axis),
              interpolation,
              border,
              source.stride(axis) < 0);
    }
    this.fast = weights[0];
    this.middle = weights[1];
    this.slow = weights[2];
    this.taps = interpolation.taps();
  }

  /// Axes by the distance of neighbours in memory; axes of one voxel last.
  static Axis[] fastestFirst(VoxelLayout layout) {
    Axis[] axes = Axis.values();
    Arrays.sort(
        axes,
        Comparator.comparingInt(axis ->
            layout.shape().extent(axis) == 1 ? Integer.MAX_VALUE : Math.abs(layout.stride(axis))));
    return axes;
  }

  /// Whether rows along the fastest axis are contiguous.
  static boolean canRead(VoxelLayout layout) {
    Axis fastest = fastestFirst(layout)[0];
    return layout.shape().extent(fastest) == 1 || Math.abs(layout.stride(fastest)) == 1;
  }

  /// How the result lies in its memory.
  VoxelLayout layout() {
    int[] strides = new int[3];
    int stride = 1;
    for (Axis axis : order) {
      strides[axis.index()] = stride;
      stride *= target.extent(axis);
    }
    return new VoxelLayout(target, 0, strides[0], strides[1], strides[2], stride);
  }

  FloatVoxels resample() {
    float[] result = new float[Math.toIntExact(target.voxels())];
    int slab = target.extent(order[0]) * target.extent(order[1]);
    float[] plane = new float[sourceExtent(0) * sourceExtent(1)];
    float[] row = new float[sourceExtent(0)];
    for (int t = 0; t < target.timePoints(); t++) {
      int start = source.timePoint(t).lowestIndex();
      for (int i = slow.first(); i <= slow.last(); i++) {
        blendPlane(start, i, plane);
        int at = (t * target.extent(order[2]) + i) * slab;
        samplePlane(plane, row, result, at);
        if (rounding.isActive()) {
          roundPlane(result, at, i, t);
        }
      }
    }
    return new FloatVoxels(result);
  }

  // The loops below are methods of their own on purpose: each is compiled once, small, and soon.

  private void samplePlane(float[] plane, float[] row, float[] result, int at) {
    int width = target.extent(order[0]);
    for (int j = middle.first(); j <= middle.last(); j++) {
      blendRow(plane, j, row);
      sampleRow(row, result, at + j * width);
    }
  }

  private void roundPlane(float[] result, int at, int i, int t) {
    int width = target.extent(order[0]);
    for (int j = middle.first(); j <= middle.last(); j++) {
      roundRow(result, at + j * width, i, j, t);
    }
  }

  private int sourceExtent(int place) {
    return source.shape().extent(order[place]);
  }

  /// The source between its planes, for target index `i` of the slowest axis.
  private void blendPlane(int start, int i, float[] plane) {
    int width = sourceExtent(0);
    int rowStride = Math.abs(source.stride(order[1]));
    int planeStride = Math.abs(source.stride(order[2]));
    for (int j = 0; j < sourceExtent(1); j++) {
      blendPlaneRow(start + j * rowStride, i, planeStride, plane, j * width, width);
    }
  }

  private void blendPlaneRow(int from, int i, int planeStride, float[] plane, int at, int width) {
    int first = from + slow.source(i, 0) * planeStride;
    if (taps == 2) {
      int second = from + slow.source(i, 1) * planeStride;
      Blend.two(voxels, first, slow.weight(i, 0), second, slow.weight(i, 1), plane, at, width);
      return;
    }
    Blend.one(voxels, first, slow.weight(i, 0), plane, at, width);
    for (int tap = 1; tap < taps; tap++) {
      int tapFrom = from + slow.source(i, tap) * planeStride;
      Blend.add(voxels, tapFrom, slow.weight(i, tap), plane, at, width);
    }
  }

  /// The plane between its rows, for target index `j` of the middle axis.
  private void blendRow(float[] plane, int j, float[] row) {
    int width = row.length;
    if (taps == 2) {
      Blend.two(
          plane,
          middle.source(j, 0) * width,
          middle.weight(j, 0),
          middle.source(j, 1) * width,
          middle.weight(j, 1),
          row,
          0,
          width);
      return;
    }
    FloatVoxels rows = new FloatVoxels(plane);
    Blend.one(rows, middle.source(j, 0) * width, middle.weight(j, 0), row, 0, width);
    for (int tap = 1; tap < taps; tap++) {
      Blend.add(rows, middle.source(j, tap) * width, middle.weight(j, tap), row, 0, width);
    }
  }

  /// The row between its voxels, for every target index of the fastest axis.
  private void sampleRow(float[] row, float[] result, int at) {
    int from = fast.first();
    int to = fast.last();
    switch (taps) {
      case 1 -> pick(row, fast.sources(), result, at, from, to);
      case 2 -> sampleTwo(row, fast.sources(), fast.weights(), result, at, from, to);
      default -> sampleMany(row, fast.sources(), fast.weights(), taps, result, at, from, to);
    }
  }

  private void roundRow(float[] result, int rowAt, int i, int j, int t) {
    int from = fast.first();
    int[] index = new int[3];
    index[order[1].index()] = j;
    index[order[2].index()] = i;
    rounding.apply(
        result,
        rowAt + from,
        fast.last() - from + 1,
        k -> {
          index[order[0].index()] = from + k;
          return taps == 2
              ? exact.at(steps, index[0], index[1], index[2], t)
              : result[rowAt + from + k];
        });
  }

  private static void pick(float[] row, int[] sources, float[] result, int at, int from, int to) {
    for (int k = from; k <= to; k++) {
      result[at + k] = row[sources[k]];
    }
  }

  private static void sampleTwo(
      float[] row, int[] sources, float[] weights, float[] result, int at, int from, int to) {
    for (int k = from; k <= to; k++) {
      result[at + k] =
          weights[2 * k] * row[sources[2 * k]] + weights[2 * k + 1] * row[sources[2 * k + 1]];
    }
  }

  private static void sampleMany(
      float[] row,
      int[] sources,
      float[] weights,
      int taps,
      float[] result,
      int at,
      int from,
      int to) {
    for (int k = from; k <= to; k++) {
      float sum = 0;
      for (int tap = k * taps; tap < (k + 1) * taps; tap++) {
        sum += weights[tap] * row[sources[tap]];
      }
      result[at + k] = sum;
    }
  }
}
