package dev.shardline.volume.bias;

/// The control points of a smooth field over a volume, x fastest.
final class SplineLattice {
  private final int spans;
  private final int edge;
  private final double[] values;

  private SplineLattice(int spans, double[] values) {
    this.spans = spans;
    this.edge = edge(spans);
    this.values = values;
  }

  /// The field that is 0 everywhere.
  static SplineLattice zero(int spans) {
    int edge = edge(spans);
    return new SplineLattice(spans, new double[edge * edge * edge]);
  }

  /// A field of these control points, which it takes over.
  static SplineLattice of(int spans, double[] values) {
    return new SplineLattice(spans, values);
  }

  private static int edge(int spans) {
    return spans + AxisBasis.SUPPORT - 1;
  }

  int spans() {
    return spans;
  }

  SplineLattice plus(SplineLattice other) {
    double[] sum = values.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other.values[i];
    }
    return new SplineLattice(spans, sum);
  }

  /// The same field with twice as many spans along each axis (the subdivision of cubic B-splines).
  SplineLattice refined() {
    int twice = edge(2 * spans);
    double[] alongX = refinedAlong(values, 1, edge, edge * edge);
    double[] alongY = refinedAlong(alongX, twice, edge, edge);
    double[] alongZ = refinedAlong(alongY, twice * twice, edge, 1);
    return new SplineLattice(2 * spans, alongZ);
  }

  /// @param inner values that lie between neighbours along the axis
  /// @param outer how many blocks of the axis there are
  private static double[] refinedAlong(double[] from, int inner, int length, int outer) {
    int longer = 2 * length - AxisBasis.SUPPORT + 1;
    double[] to = new double[outer * longer * inner];
    for (int block = 0; block < outer; block++) {
      for (int i = 0; i < longer; i++) {
        for (int k = 0; k < inner; k++) {
          int at = block * length * inner + i / 2 * inner + k;
          to[(block * longer + i) * inner + k] =
              i % 2 == 0
                  ? (from[at] + from[at + inner]) / 2
                  : (from[at] + 6 * from[at + inner] + from[at + 2 * inner]) / 8;
        }
      }
    }
    return to;
  }

  /// The field at the voxels of three axes, x fastest.
  float[] at(AxisBasis x, AxisBasis y, AxisBasis z) {
    float[] field = new float[x.count() * y.count() * z.count()];
    double[] plane = new double[edge * edge];
    double[] row = new double[edge];
    int at = 0;
    for (int k = 0; k < z.count(); k++) {
      blend(values, z, k, edge * edge, plane);
      for (int j = 0; j < y.count(); j++) {
        blend(plane, y, j, edge, row);
        for (int i = 0; i < x.count(); i++) {
          int first = x.first(i);
          field[at++] =
              (float)
                  (x.weight(i, 0) * row[first]
                      + x.weight(i, 1) * row[first + 1]
                      + x.weight(i, 2) * row[first + 2]
                      + x.weight(i, 3) * row[first + 3]);
        }
      }
    }
    return field;
  }

  private static void blend(double[] from, AxisBasis axis, int index, int stride, double[] to) {
    int start = axis.first(index) * stride;
    for (int i = 0; i < stride; i++) {
      double sum = 0;
      for (int k = 0; k < AxisBasis.SUPPORT; k++) {
        sum += axis.weight(index, k) * from[start + k * stride + i];
      }
      to[i] = sum;
    }
  }
}
