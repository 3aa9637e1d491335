package dev.shardline.volume.resample;

/// The weights of neighbouring voxels (or spline coefficients) at a position between them, as in
/// SciPy's `ni_splines.c`.
final class SplineWeights {
  private SplineWeights() {}

  /// The first voxel that a position depends on.
  ///
  /// @param position from 0 to `extent - 1`; any for [Interpolation#CUBIC]
  static int firstTap(Interpolation interpolation, double position, int extent) {
    return switch (interpolation) {
      case NEAREST -> (int) Math.floor(position + 0.5);
      case LINEAR -> Math.min((int) position, Math.max(extent - 2, 0));
      case CUBIC -> (int) Math.floor(position) - 1;
    };
  }

  /// The weights of the taps from the first one on.
  ///
  /// @param offset position minus first tap
  static double[] at(Interpolation interpolation, double offset) {
    return switch (interpolation) {
      case NEAREST -> new double[] {1};
      case LINEAR -> new double[] {1 - offset, offset};
      case CUBIC -> cubic(offset - 1);
    };
  }

  /// The cubic B-spline at distances 1 + t, t, 1 - t, 2 - t.
  private static double[] cubic(double t) {
    double u = 1 - t;
    double[] weights = new double[4];
    weights[1] = (t * t * (t - 2) * 3 + 4) / 6;
    weights[2] = (u * u * (u - 2) * 3 + 4) / 6;
    weights[0] = u * u * u / 6;
    weights[3] = 1 - weights[0] - weights[1] - weights[2];
    return weights;
  }

  /// The index that stands in for one outside: mirrored about the outermost voxels' centres.
  static int mirrored(int index, int extent) {
    if (extent == 1) {
      return 0;
    }
    int period = 2 * (extent - 1);
    int folded = Math.floorMod(index, period);
    return Math.min(folded, period - folded);
  }
}
