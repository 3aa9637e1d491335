package dev.shardline.image.geometry;

import dev.shardline.image.Image;
import dev.shardline.image.ImageShape;

/// Cuts or pads a picture to a size about its centre, each axis for itself. As MONAI's
/// `ResizeWithPadOrCrop`: an odd extra row of padding comes last, and cutting keeps the middle
/// index `length / 2` at the middle index.
public final class Centred {
  private Centred() {}

  /// The picture with `height` rows and `width` columns; padding is zero.
  public static Image padOrCrop(Image image, int height, int width) {
    ImageShape target = image.shape().resized(height, width);
    if (target.equals(image.shape())) {
      return image;
    }
    Overlap rows = Overlap.of(image.height(), height);
    Overlap columns = Overlap.of(image.width(), width);
    int channels = target.channels();
    return PixelMove.apply(
        image,
        target,
        (from, to) -> {
          for (int y = 0; y < rows.length; y++) {
            int source = ((rows.source + y) * image.width() + columns.source) * channels;
            int place = ((rows.target + y) * width + columns.target) * channels;
            System.arraycopy(from, source, to, place, columns.length * channels);
          }
        });
  }

  /// What two axes have in common when their centres lie on each other.
  private record Overlap(int source, int target, int length) {
    static Overlap of(int sourceLength, int targetLength) {
      int cut = sourceLength > targetLength ? sourceLength / 2 - targetLength / 2 : 0;
      int padding = Math.max(0, targetLength - sourceLength) / 2;
      return new Overlap(cut, padding, Math.min(sourceLength, targetLength));
    }
  }
}
