package dev.shardline.volume.resample;

import dev.shardline.volume.Affine;
import dev.shardline.volume.FloatVoxels;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.VoxelLayout;

/// Resamples between grids at any angle: each target voxel's source position is computed on its
/// own.
final class ObliqueResampler {
  private final float[] values;
  private final VolumeShape source;
  private final VolumeShape target;
  private final Affine matrix;
  private final Interpolation interpolation;
  private final Border border;
  private final WholeNumbers rounding;
  private final ExactLinear exact;

  /// @param values x fastest; spline coefficients where the interpolation is cubic
  ObliqueResampler(
      float[] values,
      VolumeShape source,
      VolumeShape target,
      GridMapping mapping,
      Interpolation interpolation,
      Border border,
      WholeNumbers rounding) {
    this.values = values;
    this.source = source;
    this.target = target;
    this.matrix = mapping.matrix();
    this.interpolation = interpolation;
    this.border = border;
    this.rounding = rounding;
    this.exact = new ExactLinear(new FloatVoxels(values), VoxelLayout.xFastest(source));
  }

  FloatVoxels resample() {
    float[] result = new float[Math.toIntExact(target.voxels())];
    for (int z = 0; z < target.z(); z++) {
      for (int y = 0; y < target.y(); y++) {
        Line line = lineAt(y, z);
        for (int t = 0; t < target.timePoints(); t++) {
          int at = ((t * target.z() + z) * target.y() + y) * target.x();
          sample(line, t, result, at);
        }
      }
    }
    return new FloatVoxels(result);
  }

  /// The source positions of a target row.
  ///
  /// @param first first target index that can lie inside
  /// @param last last one that can
  private record Line(int y, int z, int first, int last) {}

  /// Finds which part of a row can lie inside, generously; each voxel is tested again.
  private Line lineAt(int y, int z) {
    if (border == Border.EDGE) {
      return new Line(y, z, 0, target.x() - 1);
    }
    double from = 0;
    double to = target.x() - 1;
    for (int row = 0; row < 3; row++) {
      double start = matrix.at(row, 1) * y + matrix.at(row, 2) * z + matrix.at(row, 3);
      double step = matrix.at(row, 0);
      double end = extent(row) - 1;
      if (Math.abs(step) > 1e-12) {
        double enter = (0 - start) / step;
        double leave = (end - start) / step;
        from = Math.max(from, Math.min(enter, leave) - 1);
        to = Math.min(to, Math.max(enter, leave) + 1);
      } else if (start < -1 || start > end + 1) {
        to = -1;
      }
    }
    return new Line(y, z, (int) Math.max(0, Math.ceil(from)), (int) Math.floor(to));
  }

  private int extent(int row) {
    return switch (row) {
      case 0 -> source.x();
      case 1 -> source.y();
      default -> source.z();
    };
  }

  private double position(int row, int x, Line line) {
    double position =
        x * matrix.at(row, 0)
            + line.y * matrix.at(row, 1)
            + line.z * matrix.at(row, 2)
            + matrix.at(row, 3);
    return border == Border.EDGE ? Math.clamp(position, 0, extent(row) - 1) : position;
  }

  private void sample(Line line, int t, float[] result, int at) {
    for (int x = line.first; x <= line.last; x++) {
      double i = position(0, x, line);
      double j = position(1, x, line);
      double k = position(2, x, line);
      boolean inside =
          i >= 0
              && j >= 0
              && k >= 0
              && i <= source.x() - 1
              && j <= source.y() - 1
              && k <= source.z() - 1;
      if (inside) {
        result[at + x] = value(t, i, j, k);
      }
    }
  }

  private float value(int t, double i, double j, double k) {
    if (rounding.isActive() && interpolation == Interpolation.LINEAR) {
      return rounding.round(exact.at(i, j, k, t));
    }
    int start = t * source.x() * source.y() * source.z();
    float value =
        switch (interpolation) {
          case NEAREST -> nearest(start, i, j, k);
          case LINEAR -> linear(start, i, j, k);
          case CUBIC -> cubic(start, i, j, k);
        };
    return rounding.isActive() ? rounding.round(value) : value;
  }

  private float nearest(int start, double i, double j, double k) {
    int x = (int) (i + 0.5);
    int y = (int) (j + 0.5);
    int z = (int) (k + 0.5);
    return values[start + (z * source.y() + y) * source.x() + x];
  }

  private float linear(int start, double i, double j, double k) {
    int x = Math.min((int) i, Math.max(source.x() - 2, 0));
    int y = Math.min((int) j, Math.max(source.y() - 2, 0));
    int z = Math.min((int) k, Math.max(source.z() - 2, 0));
    int right = source.x() > 1 ? 1 : 0;
    int row = source.y() > 1 ? source.x() : 0;
    int plane = source.z() > 1 ? source.x() * source.y() : 0;
    float fx = (float) (i - x);
    float fy = (float) (j - y);
    float fz = (float) (k - z);
    int at = start + (z * source.y() + y) * source.x() + x;
    float near = mix(mix(at, right, fx), mix(at + row, right, fx), fy);
    float far = mix(mix(at + plane, right, fx), mix(at + plane + row, right, fx), fy);
    return mix(near, far, fz);
  }

  private float mix(int at, int step, float fraction) {
    return mix(values[at], values[at + step], fraction);
  }

  private static float mix(float left, float right, float fraction) {
    return left * (1 - fraction) + right * fraction;
  }

  private float cubic(int start, double i, double j, double k) {
    int x = (int) i - 1;
    int y = (int) j - 1;
    int z = (int) k - 1;
    double[] wx = SplineWeights.at(Interpolation.CUBIC, i - x);
    double[] wy = SplineWeights.at(Interpolation.CUBIC, j - y);
    double[] wz = SplineWeights.at(Interpolation.CUBIC, k - z);
    double sum = 0;
    for (int c = 0; c < 4; c++) {
      int plane = start + SplineWeights.mirrored(z + c, source.z()) * source.y() * source.x();
      for (int b = 0; b < 4; b++) {
        int row = plane + SplineWeights.mirrored(y + b, source.y()) * source.x();
        double rowSum = 0;
        for (int a = 0; a < 4; a++) {
          rowSum += wx[a] * values[row + SplineWeights.mirrored(x + a, source.x())];
        }
        sum += wz[c] * wy[b] * rowSum;
      }
    }
    return (float) sum;
  }
}
