package dev.shardline.image.fingerprint;

/// The lowest frequencies of a thumbnail under the orthonormal two-dimensional cosine transform
/// (type II), of the picture with mean zero and length one: what two copies have nearly in common.
final class CosineTransform {
  /// Frequencies along each axis.
  static final int ORDER = 12;

  private static final double[] BASIS = basis();

  private CosineTransform() {}

  private static double[] basis() {
    int edge = Thumbnail.EDGE;
    double[] basis = new double[ORDER * edge];
    for (int frequency = 0; frequency < ORDER; frequency++) {
      double scale = Math.sqrt((frequency == 0 ? 1.0 : 2.0) / edge);
      for (int i = 0; i < edge; i++) {
        basis[frequency * edge + i] =
            scale * StrictMath.cos(Math.PI * frequency * (2 * i + 1) / (2.0 * edge));
      }
    }
    return basis;
  }

  /// The coefficients, row frequency by row frequency; the first, the mean's, is zero.
  static double[] of(Thumbnail thumbnail) {
    int edge = Thumbnail.EDGE;
    double[] rows = new double[edge * ORDER];
    for (int y = 0; y < edge; y++) {
      for (int frequency = 0; frequency < ORDER; frequency++) {
        double sum = 0;
        for (int x = 0; x < edge; x++) {
          sum += thumbnail.at(y * edge + x) * BASIS[frequency * edge + x];
        }
        rows[y * ORDER + frequency] = sum;
      }
    }
    return alongColumns(rows, 1 / Math.sqrt((double) thumbnail.spread() / Thumbnail.PIXELS));
  }

  private static double[] alongColumns(double[] rows, double scale) {
    int edge = Thumbnail.EDGE;
    double[] coefficients = new double[ORDER * ORDER];
    for (int row = 0; row < ORDER; row++) {
      for (int column = 0; column < ORDER; column++) {
        double sum = 0;
        for (int y = 0; y < edge; y++) {
          sum += rows[y * ORDER + column] * BASIS[row * edge + y];
        }
        coefficients[row * ORDER + column] = sum * scale;
      }
    }
    coefficients[0] = 0;
    return coefficients;
  }
}
