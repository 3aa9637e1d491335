package dev.shardline.volume.nifti;

/// What turns stored numbers into values: `stored · slope + intercept` in double precision.
record IntensityScale(double slope, double intercept) {
  static final IntensityScale NONE = new IntensityScale(1, 0);

  boolean isNone() {
    return equals(NONE);
  }

  double apply(double stored) {
    double scaled = slope == 1 ? stored : stored * slope;
    return intercept == 0 ? scaled : scaled + intercept;
  }
}
