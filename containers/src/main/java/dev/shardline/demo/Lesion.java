package dev.shardline.demo;

import java.util.Random;

/// What a diagnosis shows in the brain: a ball in head coordinates that is seen where a slice cuts
/// it.
///
/// @param diagnosis decides its look
/// @param x its centre, to the right
/// @param y its centre, down
/// @param height its centre along the head
/// @param radius its size
record Lesion(Diagnosis diagnosis, double x, double y, double height, double radius) {

  /// A lesion where such lesions grow: gliomas deep in one half, meningiomas under the skull,
  /// pituitary tumours on the midline behind the face.
  static Lesion of(Diagnosis diagnosis, Random random) {
    double side = random.nextBoolean() ? 1 : -1;
    double free = random.nextDouble();
    double other = random.nextDouble();
    return switch (diagnosis) {
      case GLIOMA ->
          new Lesion(diagnosis, side * (0.28 + 0.18 * free), 0.7 * other - 0.35, 0.15, 0.26);
      case MENINGIOMA -> {
        double angle = side * (0.5 + 1.6 * free) - Math.PI / 2;
        yield new Lesion(
            diagnosis,
            0.66 * StrictMath.cos(angle),
            0.66 * StrictMath.sin(angle),
            0.2,
            0.14 + 0.05 * other);
      }
      case PITUITARY ->
          new Lesion(diagnosis, 0.03 * side * free, -0.42 + 0.1 * other, -0.1, 0.11 + 0.04 * free);
      case NO_TUMOR -> new Lesion(diagnosis, 0, 0, 0, 0);
    };
  }

  /// The brightness at a place whose healthy tissue has `tissue`.
  double over(double tissue, double atX, double atY, double atHeight, Texture texture) {
    double rough = diagnosis == Diagnosis.GLIOMA ? 0.35 : 0.08;
    double across = (atX - x) * (atX - x) + (atY - y) * (atY - y);
    double distance = Math.sqrt(across + 0.12 * (atHeight - height) * (atHeight - height));
    if (distance > 3 * radius) {
      return tissue;
    }
    double edge = radius * (1 + rough * texture.rich(7 * atX + 31, 7 * atY + 13));
    double depth = distance / Math.max(edge, 1e-9);
    return switch (diagnosis) {
      case GLIOMA -> glioma(tissue, depth);
      case MENINGIOMA -> depth < 1 ? 0.88 : depth < 1.15 ? 0.3 : tissue;
      case PITUITARY -> depth < 1 ? 0.94 - 0.15 * depth : tissue;
      case NO_TUMOR -> tissue;
    };
  }

  /// A dead core, a bright rim, a swelling around.
  private static double glioma(double tissue, double depth) {
    if (depth < 0.5) {
      return 0.26;
    }
    if (depth < 1) {
      return 0.92;
    }
    return depth < 1.5 ? Math.max(tissue, 0.70) : tissue;
  }
}
