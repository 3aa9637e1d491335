package dev.shardline.volume.nifti;

/// A rotation as NIfTI stores it. nibabel's `fillpositive` and `quat2mat`.
record Quaternion(double w, double x, double y, double z) {
  /// How far w² may fall below 0 by rounding: three float32 epsilons.
  private static final double TOLERANCE = 3 * Math.ulp(1f);

  /// The unit quaternion with this vector part and w ≥ 0; w is NaN if there is none.
  static Quaternion ofVectorPart(double x, double y, double z) {
    double squared = 1 - (x * x + y * y + z * z);
    double w = Math.abs(squared) < TOLERANCE ? 0 : Math.sqrt(squared);
    return new Quaternion(w, x, y, z);
  }

  boolean isUnit() {
    return Double.isFinite(w + x + y + z);
  }

  /// The rotation matrix, row by row.
  double[] toMatrix() {
    double s = 2 / (w * w + x * x + y * y + z * z);
    double xs = x * s;
    double ys = y * s;
    double zs = z * s;
    return new double[] {
      1 - (y * ys + z * zs),
      x * ys - w * zs,
      x * zs + w * ys,
      x * ys + w * zs,
      1 - (x * xs + z * zs),
      y * zs - w * xs,
      x * zs - w * ys,
      y * zs + w * xs,
      1 - (x * xs + y * ys)
    };
  }
}
