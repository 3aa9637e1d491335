package dev.shardline.image.geometry;

import dev.shardline.image.Image;
import dev.shardline.image.ImageShape;

/// A rectangle of pixels.
///
/// @param top its first row
/// @param left its first column
/// @param height its rows, at least 1
/// @param width its columns, at least 1
public record PixelBox(int top, int left, int height, int width) {
  public PixelBox {
    if (top < 0 || left < 0 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "A box begins at 0 or later and is not empty, unlike %d rows from %d and %d columns from %d"
              .formatted(height, top, width, left));
    }
  }

  /// The box of a whole picture.
  public static PixelBox whole(ImageShape shape) {
    return new PixelBox(0, 0, shape.height(), shape.width());
  }

  /// The last row inside.
  public int bottom() {
    return top + height - 1;
  }

  /// The last column inside.
  public int right() {
    return left + width - 1;
  }

  /// What lies in the box.
  ///
  /// @throws IllegalArgumentException if the box reaches beyond the picture
  public Image cut(Image image) {
    if (bottom() >= image.height() || right() >= image.width()) {
      throw new IllegalArgumentException(this + " reaches beyond a picture of " + image.shape());
    }
    if (height == image.height() && width == image.width()) {
      return image;
    }
    ImageShape target = image.shape().resized(height, width);
    int sourceRow = image.shape().rowValues();
    int first = top * sourceRow + left * target.channels();
    return PixelMove.apply(
        image,
        target,
        (from, to) -> {
          for (int y = 0; y < height; y++) {
            System.arraycopy(
                from, first + y * sourceRow, to, y * target.rowValues(), target.rowValues());
          }
        });
  }
}
