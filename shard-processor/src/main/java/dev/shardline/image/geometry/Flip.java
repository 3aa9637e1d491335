package dev.shardline.image.geometry;

import dev.shardline.image.Image;
import dev.shardline.image.ImageShape;

/// Mirrors a picture.
public enum Flip {
  /// Left becomes right.
  LEFT_RIGHT,
  /// Top becomes bottom.
  TOP_BOTTOM;

  public Image apply(Image image) {
    return switch (this) {
      case LEFT_RIGHT -> leftRight(image);
      case TOP_BOTTOM -> topBottom(image);
    };
  }

  private static Image leftRight(Image image) {
    ImageShape shape = image.shape();
    int channels = shape.channels();
    return PixelMove.apply(
        image,
        shape,
        (from, to) -> {
          for (int y = 0; y < shape.height(); y++) {
            int first = y * shape.rowValues();
            int last = first + shape.rowValues() - channels;
            for (int x = 0; x < shape.rowValues(); x += channels) {
              System.arraycopy(from, first + x, to, last - x, channels);
            }
          }
        });
  }

  private static Image topBottom(Image image) {
    ImageShape shape = image.shape();
    int row = shape.rowValues();
    return PixelMove.apply(
        image,
        shape,
        (from, to) -> {
          for (int y = 0; y < shape.height(); y++) {
            System.arraycopy(from, y * row, to, (shape.height() - 1 - y) * row, row);
          }
        });
  }
}
