package dev.shardline.volume.bias;

/// The cubic B-splines of one axis at some of its voxels: each lies under four control points.
final class AxisBasis {
  /// Control points that a voxel lies under.
  static final int SUPPORT = 4;

  private final int[] first;
  private final double[] weights;
  private final int controls;

  /// @param extent voxels of the axis; the splines span it from its first to its last
  /// @param step every how many-th voxel is looked at, beginning with the first
  /// @param spans pieces of the spline
  AxisBasis(int extent, int step, int spans) {
    int count = Math.ceilDiv(extent, step);
    first = new int[count];
    weights = new double[count * SUPPORT];
    controls = spans + SUPPORT - 1;
    for (int i = 0; i < count; i++) {
      double place = extent > 1 ? (double) i * step / (extent - 1) * spans : 0;
      first[i] = Math.min((int) place, spans - 1);
      fill(i * SUPPORT, place - first[i]);
    }
  }

  private void fill(int at, double t) {
    double rest = 1 - t;
    weights[at] = rest * rest * rest / 6;
    weights[at + 1] = (3 * t * t * t - 6 * t * t + 4) / 6;
    weights[at + 2] = (-3 * t * t * t + 3 * t * t + 3 * t + 1) / 6;
    weights[at + 3] = t * t * t / 6;
  }

  /// How many voxels are looked at.
  int count() {
    return first.length;
  }

  /// How many control points the axis has.
  int controls() {
    return controls;
  }

  /// The first of the four control points of a voxel.
  int first(int index) {
    return first[index];
  }

  /// The weight of the k-th control point of a voxel.
  double weight(int index, int k) {
    return weights[index * SUPPORT + k];
  }

  /// The sum of the squares of a voxel's four weights.
  double squares(int index) {
    double sum = 0;
    for (int k = 0; k < SUPPORT; k++) {
      sum += weight(index, k) * weight(index, k);
    }
    return sum;
  }
}
