package dev.shardline.volume;

/// The distance between neighbouring voxel centres along the voxel axes, in millimetres.
public record Spacing(double x, double y, double z) {

  public Spacing {
    if (!(x > 0 && y > 0 && z > 0) || Double.isInfinite(x + y + z)) {
      throw new IllegalArgumentException(
          "Spacing must be positive and finite: %s x %s x %s mm".formatted(x, y, z));
    }
  }

  /// The same spacing along all axes.
  public static Spacing isotropic(double millimetres) {
    return new Spacing(millimetres, millimetres, millimetres);
  }

  public double along(Axis axis) {
    return switch (axis) {
      case X -> x;
      case Y -> y;
      case Z -> z;
    };
  }
}
