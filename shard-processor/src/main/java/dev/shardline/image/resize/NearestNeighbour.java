package dev.shardline.image.resize;

import dev.shardline.image.Image;
import dev.shardline.image.ImageShape;
import dev.shardline.image.geometry.PixelMove;

/// Takes the source pixel under the centre of each new one, finding it by repeated addition as
/// Pillow's `ImagingScaleAffine` does, so that ties fall the same way.
final class NearestNeighbour {
  private NearestNeighbour() {}

  static Image resize(Image image, ImageShape target) {
    int[] rows = sources(image.height(), target.height());
    int[] columns = sources(image.width(), target.width());
    int channels = target.channels();
    return PixelMove.apply(
        image,
        target,
        (from, to) -> {
          for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < columns.length; x++) {
              int source = (rows[y] * image.width() + columns[x]) * channels;
              System.arraycopy(from, source, to, (y * columns.length + x) * channels, channels);
            }
          }
        });
  }

  private static int[] sources(int sourceLength, int targetLength) {
    double scale = (double) sourceLength / targetLength;
    int[] sources = new int[targetLength];
    double place = scale * 0.5;
    for (int i = 0; i < targetLength; i++) {
      sources[i] = Math.min((int) place, sourceLength - 1);
      place += scale;
    }
    return sources;
  }
}
