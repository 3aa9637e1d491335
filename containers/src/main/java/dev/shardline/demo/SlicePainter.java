package dev.shardline.demo;

import java.util.SplittableRandom;

/// Paints a slice as its site's scanner sees it.
final class SlicePainter {
  private static final int CURVE_STEPS = 4096;

  private SlicePainter() {}

  /// Brightness of 0 to 1, row by row.
  ///
  /// @param seed of the noise
  static float[] paint(Head head, SlicePlan plan, long seed) {
    Site site = plan.site();
    float[] tissue = tissue(head, plan);
    float[] curve = displayCurve(site.gamma());
    SplittableRandom random = new SplittableRandom(seed);
    float[] pixels = new float[tissue.length];
    for (int i = 0; i < pixels.length; i++) {
      double shown = curve[(int) (blurred(tissue, i, site.width()) * (CURVE_STEPS - 1))];
      double noisy = Math.abs(shown + site.noise() * roughlyGaussian(random));
      pixels[i] = (float) Math.min(1, noisy);
    }
    return pixels;
  }

  private static float[] tissue(Head head, SlicePlan plan) {
    Site site = plan.site();
    int height = site.height();
    int width = site.width();
    double edge = Math.max(height, width);
    float[] tissue = new float[height * width];
    for (int row = 0; row < height; row++) {
      double y = (2 * row + 1 - height) / edge;
      for (int column = 0; column < width; column++) {
        double x = (2 * column + 1 - width) / edge;
        double shade = 1 + site.shading() * (x - y) / 2;
        double brightness = head.brightness(x, y, plan.height()) * shade;
        tissue[row * width + column] = (float) Math.clamp(brightness, 0, 1);
      }
    }
    return tissue;
  }

  /// A scanner sees a little of each pixel's neighbours.
  private static double blurred(float[] tissue, int at, int width) {
    if (at < width || at >= tissue.length - width) {
      return tissue[at];
    }
    return 0.5 * tissue[at]
        + 0.125 * (tissue[at - 1] + tissue[at + 1] + tissue[at - width] + tissue[at + width]);
  }

  private static float[] displayCurve(double gamma) {
    float[] curve = new float[CURVE_STEPS];
    for (int i = 0; i < CURVE_STEPS; i++) {
      curve[i] = (float) StrictMath.pow(i / (CURVE_STEPS - 1.0), gamma);
    }
    return curve;
  }

  /// The sum of three uniform numbers, of deviation 1.
  private static double roughlyGaussian(SplittableRandom random) {
    return 2 * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5);
  }

  /// The slice with left and right exchanged.
  static float[] mirrored(float[] pixels, int width) {
    float[] mirrored = new float[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      mirrored[i] = pixels[i - i % width + width - 1 - i % width];
    }
    return mirrored;
  }
}
