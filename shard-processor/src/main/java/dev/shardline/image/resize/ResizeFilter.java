package dev.shardline.image.resize;

/// The kernels of Pillow's `Image.Resampling`, with its definitions (`Resample.c`).
public enum ResizeFilter {
  /// The pixel under the centre of the new one; no antialiasing. For masks and labels.
  NEAREST(0),
  /// The mean of the pixels under the new one.
  BOX(0.5),
  /// A triangle.
  BILINEAR(1),
  /// Hamming's window over a sinc of one lobe.
  HAMMING(1),
  /// Keys' cubic with a = -0.5.
  BICUBIC(2),
  /// A sinc of three lobes under a sinc window.
  LANCZOS(3);

  private final double support;

  ResizeFilter(double support) {
    this.support = support;
  }

  /// Half the kernel's width, in source pixels when enlarging.
  double support() {
    return support;
  }

  /// The kernel's value at a distance from its centre.
  double weight(double distance) {
    return switch (this) {
      case NEAREST -> throw new IllegalStateException("Nearest neighbour has no kernel");
      case BOX -> distance > -0.5 && distance <= 0.5 ? 1 : 0;
      case BILINEAR -> Math.max(0, 1 - Math.abs(distance));
      case HAMMING -> hamming(Math.abs(distance));
      case BICUBIC -> cubic(Math.abs(distance));
      case LANCZOS -> distance >= -3 && distance < 3 ? sinc(distance) * sinc(distance / 3) : 0;
    };
  }

  private static double hamming(double distance) {
    if (distance == 0) {
      return 1;
    }
    if (distance >= 1) {
      return 0;
    }
    double angle = distance * Math.PI;
    return StrictMath.sin(angle) / angle * (0.54f + 0.46f * StrictMath.cos(angle));
  }

  private static double cubic(double distance) {
    double a = -0.5;
    if (distance < 1) {
      return ((a + 2) * distance - (a + 3)) * distance * distance + 1;
    }
    if (distance < 2) {
      return (((distance - 5) * distance + 8) * distance - 4) * a;
    }
    return 0;
  }

  private static double sinc(double distance) {
    if (distance == 0) {
      return 1;
    }
    double angle = distance * Math.PI;
    return StrictMath.sin(angle) / angle;
  }
}
