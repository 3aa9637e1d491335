package dev.shardline.volume.bias;

/// The control points of a smooth field over a volume, x fastest. Not for several threads.
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

  /// The control points themselves.
  double[] controls() {
    return values;
  }

  /// Adds another field of as many spans.
  void add(double[] others) {
    for (int i = 0; i < values.length; i++) {
      values[i] += others[i];
    }
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
}
