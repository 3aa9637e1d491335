package dev.shardline.volume.resample;

import dev.shardline.volume.Axis;
import dev.shardline.volume.VoxelLayout;
import dev.shardline.volume.Voxels;
import dev.shardline.volume.resample.GridMapping.AxisStep;

/// Single linearly interpolated values in double precision, with SciPy's order of operations: x
/// before y before z.
final class ExactLinear {
  private final Voxels voxels;
  private final VoxelLayout source;

  ExactLinear(Voxels voxels, VoxelLayout source) {
    this.voxels = voxels;
    this.source = source;
  }

  /// The value at a target voxel of an aligned grid; outside positions count as the nearest inside.
  double at(AxisStep[] steps, int x, int y, int z, int t) {
    return at(
        inside(Axis.X, x * steps[0].scale() + steps[0].shift()),
        inside(Axis.Y, y * steps[1].scale() + steps[1].shift()),
        inside(Axis.Z, z * steps[2].scale() + steps[2].shift()),
        t);
  }

  private double inside(Axis axis, double position) {
    return Math.clamp(position, 0, source.shape().extent(axis) - 1);
  }

  /// The value at a source position that lies inside.
  double at(double i, double j, double k, int t) {
    int x = firstOf(Axis.X, i);
    int y = firstOf(Axis.Y, j);
    int z = firstOf(Axis.Z, k);
    double sum = 0;
    for (int a = 0; a < 2; a++) {
      for (int b = 0; b < 2; b++) {
        for (int c = 0; c < 2; c++) {
          double value = voxel(x + a, y + b, z + c, t);
          sum += value * weight(i - x, a) * weight(j - y, b) * weight(k - z, c);
        }
      }
    }
    return sum;
  }

  private int firstOf(Axis axis, double position) {
    int extent = source.shape().extent(axis);
    return SplineWeights.firstTap(Interpolation.LINEAR, position, extent);
  }

  private static double weight(double offset, int tap) {
    return tap == 0 ? 1 - offset : offset;
  }

  private double voxel(int x, int y, int z, int t) {
    return voxels.at(
        source.index(
            Math.min(x, source.shape().x() - 1),
            Math.min(y, source.shape().y() - 1),
            Math.min(z, source.shape().z() - 1),
            t));
  }
}
