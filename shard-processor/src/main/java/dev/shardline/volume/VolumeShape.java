package dev.shardline.volume;

/// The extents of a volume in voxels along x, y and z, and its number of time points (1 for 3-D).
public record VolumeShape(int x, int y, int z, int timePoints) {

  public VolumeShape {
    if (x < 1 || y < 1 || z < 1 || timePoints < 1) {
      throw new IllegalArgumentException(
          "Extents must be positive: %d x %d x %d x %d".formatted(x, y, z, timePoints));
    }
  }

  /// A 3-D shape.
  public VolumeShape(int x, int y, int z) {
    this(x, y, z, 1);
  }

  public int extent(Axis axis) {
    return switch (axis) {
      case X -> x;
      case Y -> y;
      case Z -> z;
    };
  }

  /// This shape with another extent along one axis.
  public VolumeShape with(Axis axis, int extent) {
    return switch (axis) {
      case X -> new VolumeShape(extent, y, z, timePoints);
      case Y -> new VolumeShape(x, extent, z, timePoints);
      case Z -> new VolumeShape(x, y, extent, timePoints);
    };
  }

  /// This shape with another number of time points.
  public VolumeShape withTimePoints(int points) {
    return new VolumeShape(x, y, z, points);
  }

  /// The number of voxels over all time points; saturates at `Long.MAX_VALUE`.
  public long voxels() {
    long slab = (long) x * y;
    return Math.multiplyHigh(slab, (long) z * timePoints) != 0
        ? Long.MAX_VALUE
        : Math.max(slab * ((long) z * timePoints), 0);
  }

  /// Whether there is more than one time point.
  public boolean isTimeSeries() {
    return timePoints > 1;
  }

  @Override
  public String toString() {
    String space = x + "x" + y + "x" + z;
    return isTimeSeries() ? space + "x" + timePoints : space;
  }
}
