package dev.shardline.demo;

import java.util.Random;

/// Smooth noise over the plane: random values on a grid, blended between.
final class Texture {
  private static final int EDGE = 64;

  private final float[] grid = new float[EDGE * EDGE];

  Texture(Random random) {
    for (int i = 0; i < grid.length; i++) {
      grid[i] = random.nextFloat() * 2 - 1;
    }
  }

  /// A value of -1 to 1; features are about one unit wide.
  double at(double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    double right = smooth(x - column);
    double down = smooth(y - row);
    double above = blend(value(column, row), value(column + 1, row), right);
    double below = blend(value(column, row + 1), value(column + 1, row + 1), right);
    return blend(above, below, down);
  }

  /// Two octaves.
  double rich(double x, double y) {
    return 0.67 * at(x, y) + 0.33 * at(2.1 * x + 17, 2.1 * y + 5);
  }

  private double value(int column, int row) {
    return grid[(row & EDGE - 1) * EDGE + (column & EDGE - 1)];
  }

  private static double smooth(double fraction) {
    return fraction * fraction * (3 - 2 * fraction);
  }

  private static double blend(double from, double to, double fraction) {
    return from + (to - from) * fraction;
  }
}
