package dev.shardline.demo;

import java.util.Random;

/// One subject's head: a skull of its own shape, a brain folded in its own way, and a lesion.
/// Coordinates run from -1 to 1 over the field of view, x to the right and y down; heights run from
/// -1 (neck) to 1 (crown). Brightness runs from 0 to 1.
final class Head {
  private final double centreX;
  private final double centreY;
  private final double halfWidth;
  private final double halfLength;
  private final double cosine;
  private final double sine;
  private final double ventricles;
  private final Texture shape;
  private final Texture folds;
  private final Lesion lesion;

  Head(Diagnosis diagnosis, long seed) {
    Random random = new Random(seed);
    centreX = spread(random, 0.05);
    centreY = spread(random, 0.05);
    halfWidth = 0.66 + spread(random, 0.06);
    halfLength = 0.82 + spread(random, 0.06);
    double tilt = spread(random, 0.18);
    cosine = StrictMath.cos(tilt);
    sine = StrictMath.sin(tilt);
    ventricles = 0.8 + spread(random, 0.35);
    shape = new Texture(random);
    folds = new Texture(random);
    lesion = Lesion.of(diagnosis, random);
  }

  private static double spread(Random random, double reach) {
    return (random.nextDouble() * 2 - 1) * reach;
  }

  /// The brightness at a place of the slice at `height`.
  double brightness(double fieldX, double fieldY, double height) {
    double shrink = Math.sqrt(1 - height * height);
    double x = ((fieldX - centreX) * cosine + (fieldY - centreY) * sine) / (halfWidth * shrink);
    double y = ((fieldY - centreY) * cosine - (fieldX - centreX) * sine) / (halfLength * shrink);
    double round = Math.sqrt(x * x + y * y);
    if (round > 1.05) {
      return 0;
    }
    double radius = round * (1 + 0.04 * shape.at(2 * x + 9, 2 * y + 3 + height));
    if (radius > 1) {
      return 0;
    }
    if (radius > 0.93) {
      return 0.72 + 0.1 * folds.at(9 * x, 9 * y);
    }
    if (radius > 0.87) {
      return 0.06;
    }
    return radius > 0.84 ? 0.16 : lesion.over(tissue(x, y, radius, height), x, y, height, folds);
  }

  private double tissue(double x, double y, double radius, double height) {
    if (isVentricle(x, y, height)) {
      return 0.12;
    }
    double fold = folds.rich(5.5 * x + 14 * height, 5.5 * y + 20 - 9 * height);
    boolean furrow = Math.abs(fold) < 0.07 && radius > 0.45;
    boolean midline = Math.abs(x) < 0.012 && Math.abs(y) > 0.35;
    if (furrow || midline) {
      return 0.18;
    }
    double whiteLimit = 0.66 + 0.16 * fold;
    double base = radius < whiteLimit ? 0.60 : 0.42;
    return base + 0.05 * folds.at(14 * x + 40, 14 * y + height);
  }

  private boolean isVentricle(double x, double y, double height) {
    double size = ventricles * (0.34 - 0.3 * Math.abs(height - 0.1));
    double side = (Math.abs(x) - 0.10 - 0.12 * y * y) / 0.08;
    double along = (y + 0.02) / Math.max(0.05, size);
    return size > 0.06 && side * side + along * along < 1;
  }
}
