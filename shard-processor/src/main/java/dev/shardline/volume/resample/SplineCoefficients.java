package dev.shardline.volume.resample;

import dev.shardline.volume.VolumeShape;

/// Turns values into the coefficients of the cubic B-spline that passes through them (M. Unser,
/// 1993): along each axis a recursive filter forwards and backwards. Beyond its outermost voxels
/// the volume is mirrored, as in SciPy's `spline_filter` of order 3 with mode "mirror", or goes on
/// with their values, as in its mode "nearest".
final class SplineCoefficients {
  /// What a disturbance fades by from one coefficient to the next.
  static final double POLE = Math.sqrt(3) - 2;

  private static final double GAIN = (1 - POLE) * (1 - 1 / POLE);

  private final Border border;

  /// @param border [Border#EDGE] to go on with the outermost values
  SplineCoefficients(Border border) {
    this.border = border;
  }

  /// @param values x fastest; replaced by the coefficients
  void filter(float[] values, VolumeShape shape) {
    int width = shape.x();
    int plane = width * shape.y();
    int planes = shape.z() * shape.timePoints();
    for (int row = 0; row < shape.y() * planes; row++) {
      filterLines(values, row * width, 1, width, 1);
    }
    for (int z = 0; z < planes; z++) {
      filterLines(values, z * plane, width, shape.y(), width);
    }
    for (int t = 0; t < shape.timePoints(); t++) {
      for (int y = 0; y < shape.y(); y++) {
        int start = t * shape.z() * plane + y * width;
        filterLines(values, start, width, shape.z(), plane);
      }
    }
  }

  /// Filters `lanes` neighbouring lines of `length` values at once; successive values of a line are
  /// `stride` apart.
  private void filterLines(float[] values, int start, int lanes, int length, int stride) {
    if (length == 1) {
      return;
    }
    double[][] lines = new double[length][];
    for (int i = 0; i < length; i++) {
      lines[i] = scaled(values, start + i * stride, lanes);
    }
    double[] end = lines[length - 1].clone();
    switch (border) {
      case ZERO -> mirrorForwards(lines, lanes);
      case EDGE -> goOnForwards(lines[0]);
    }
    for (int i = 1; i < length; i++) {
      addScaled(lines[i], lines[i - 1], POLE);
    }
    switch (border) {
      case ZERO -> mirrorBackwards(lines, lanes);
      case EDGE -> goOnBackwards(lines[length - 1], end);
    }
    for (int i = length - 2; i >= 0; i--) {
      backwards(lines[i], lines[i + 1]);
    }
    for (int i = 0; i < length; i++) {
      store(lines[i], values, start + i * stride);
    }
  }

  private static double[] scaled(float[] values, int from, int lanes) {
    double[] line = new double[lanes];
    for (int k = 0; k < lanes; k++) {
      line[k] = values[from + k] * GAIN;
    }
    return line;
  }

  private static void store(double[] line, float[] values, int at) {
    for (int k = 0; k < line.length; k++) {
      values[at + k] = (float) line[k];
    }
  }

  /// The first causal coefficient: the sum over the mirrored line.
  private static void mirrorForwards(double[][] lines, int lanes) {
    int last = lines.length - 1;
    double endPower = Math.pow(POLE, last);
    double[] first = lines[0].clone();
    addScaled(first, lines[last], endPower);
    double power = POLE;
    for (int i = 1; i < last; i++) {
      addScaled(first, lines[i], power);
      addScaled(first, lines[last - i], power * endPower);
      power *= POLE;
    }
    for (int k = 0; k < lanes; k++) {
      lines[0][k] = first[k] / (1 - endPower * endPower);
    }
  }

  private static void mirrorBackwards(double[][] lines, int lanes) {
    double[] last = lines[lines.length - 1];
    double[] beforeLast = lines[lines.length - 2];
    double factor = POLE / (POLE * POLE - 1);
    for (int k = 0; k < lanes; k++) {
      last[k] = (POLE * beforeLast[k] + last[k]) * factor;
    }
  }

  /// The first causal coefficient: the sum over equal values without end.
  private static void goOnForwards(double[] first) {
    for (int k = 0; k < first.length; k++) {
      first[k] /= 1 - POLE;
    }
  }

  /// The last coefficient: the sum over the causal ones, which approach those of equal values.
  ///
  /// @param last the last causal coefficients
  /// @param end the last values
  private static void goOnBackwards(double[] last, double[] end) {
    for (int k = 0; k < last.length; k++) {
      double limit = end[k] / (1 - POLE);
      last[k] = -POLE * (limit / (1 - POLE) + (last[k] - limit) / (1 - POLE * POLE));
    }
  }

  private static void addScaled(double[] line, double[] other, double factor) {
    for (int k = 0; k < line.length; k++) {
      line[k] += factor * other[k];
    }
  }

  private static void backwards(double[] line, double[] next) {
    for (int k = 0; k < line.length; k++) {
      line[k] = POLE * (next[k] - line[k]);
    }
  }
}
