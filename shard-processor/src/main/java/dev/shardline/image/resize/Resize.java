package dev.shardline.image.resize;

import dev.shardline.image.Image;
import dev.shardline.image.ImageShape;
import dev.shardline.image.Uint8Image;

/// Changes a picture's rows and columns as Pillow's `Image.resize` does (no box, no reducing gap).
/// Columns first, as in Pillow up to 12; Pillow 13 begins with the rows where they become fewer and
/// the columns more. Alpha is resampled like any other channel; Pillow weighs colours by it.
public final class Resize {
  private Resize() {}

  /// The picture at another size, in the same pixel type.
  ///
  /// 8-bit pictures equal Pillow's bit for bit, float32 ones those of its mode `F`.
  ///
  /// @param height rows of the result, at least 1
  /// @param width columns of the result, at least 1
  public static Image to(Image image, int height, int width, ResizeFilter filter) {
    ImageShape target = image.shape().resized(height, width);
    if (target.equals(image.shape())) {
      return image;
    }
    if (filter == ResizeFilter.NEAREST) {
      return NearestNeighbour.resize(image, target);
    }
    Image wide = width == image.width() ? image : alongRows(image, width, filter);
    return height == image.height() ? wide : alongColumns(wide, height, filter);
  }

  private static Image alongRows(Image image, int width, ResizeFilter filter) {
    AxisWeights axis = AxisWeights.of(image.width(), width, filter);
    return image instanceof Uint8Image bytes
        ? ByteResampling.alongRows(bytes, axis)
        : DoubleResampling.alongRows(image, axis);
  }

  private static Image alongColumns(Image image, int height, ResizeFilter filter) {
    AxisWeights axis = AxisWeights.of(image.height(), height, filter);
    return image instanceof Uint8Image bytes
        ? ByteResampling.alongColumns(bytes, axis)
        : DoubleResampling.alongColumns(image, axis);
  }
}
