package dev.shardline.inspect.draw;

import dev.shardline.image.Float32Image;
import java.awt.Color;
import java.awt.image.BufferedImage;

/// Colours the pixels of a picture that a mask marks.
final class Tint {
  /// How much of a marked pixel is the tint.
  private static final double SHARE = 0.45;

  private Tint() {}

  /// @param picture changed
  /// @param mask of the picture's size; everything but 0 marks
  static void over(BufferedImage picture, Float32Image mask, Color colour) {
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if (mask.at(y, x, 0) != 0) {
          picture.setRGB(x, y, mixed(new Color(picture.getRGB(x, y)), colour).getRGB());
        }
      }
    }
  }

  private static Color mixed(Color below, Color above) {
    return new Color(
        part(below.getRed(), above.getRed()),
        part(below.getGreen(), above.getGreen()),
        part(below.getBlue(), above.getBlue()));
  }

  private static int part(int below, int above) {
    return (int) Math.round(below * (1 - SHARE) + above * SHARE);
  }
}
