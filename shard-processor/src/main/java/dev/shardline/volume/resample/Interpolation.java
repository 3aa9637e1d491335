package dev.shardline.volume.resample;

/// How a value between voxels is found. The number is SciPy's spline order.
public enum Interpolation {
  /// The nearest voxel's value, unchanged: for labels and masks.
  NEAREST(0, 1),
  /// Between the two neighbours along each axis.
  LINEAR(1, 2),
  /// A cubic spline through the voxels, four along each axis.
  CUBIC(3, 4);

  private final int order;
  private final int taps;

  Interpolation(int order, int taps) {
    this.order = order;
    this.taps = taps;
  }

  /// The spline order that SciPy and nibabel call this by.
  public int order() {
    return order;
  }

  /// How many voxels along an axis a value depends on.
  int taps() {
    return taps;
  }
}
