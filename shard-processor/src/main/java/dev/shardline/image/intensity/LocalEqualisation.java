package dev.shardline.image.intensity;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.image.Image;
import dev.shardline.image.Uint8Image;

/// Contrast limited adaptive histogram equalisation (CLAHE, K. Zuiderveld 1994) of 8-bit grey
/// pictures, pixel for pixel as OpenCV's `createCLAHE`: a look-up table for each tile from its
/// clipped histogram, blended between the four nearest tiles. A picture that the tiles do not
/// divide is mirrored beyond its right and lower edge for the histograms.
///
/// @param clipLimit how many times the average a histogram's bin may hold; what is cut off is
///   spread evenly. 0 does not limit
/// @param tiles how many tiles stand along each axis
public record LocalEqualisation(double clipLimit, int tiles) {
  private static final int LEVELS = 256;

  public LocalEqualisation {
    if (!(clipLimit >= 0) || tiles < 1) {
      throw new IllegalArgumentException(
          "CLAHE needs a clip limit of 0 or more and at least one tile, not %s and %d"
              .formatted(clipLimit, tiles));
    }
  }

  /// The equalised picture.
  ///
  /// @throws MalformedDataException unless the picture is 8-bit grey with at least as many rows and
  ///   columns as tiles
  public Uint8Image apply(Image image) throws MalformedDataException {
    if (!(image instanceof Uint8Image bytes) || image.channels() != 1) {
      throw new MalformedDataException(
          Reason.WRONG_KIND,
          "picture",
          "8-bit grey; put `grey` and `to-8-bit` before this step",
          image.toString());
    }
    if (image.height() < tiles || image.width() < tiles) {
      throw new MalformedDataException(
          Reason.WRONG_KIND, "picture", "at least a pixel for each tile", image.toString());
    }
    boolean divisible = image.height() % tiles == 0 && image.width() % tiles == 0;
    // As OpenCV: where one axis needs more pixels, the other gets a whole row of tiles' worth too.
    int height = divisible ? image.height() : image.height() + tiles - image.height() % tiles;
    int width = divisible ? image.width() : image.width() + tiles - image.width() % tiles;
    Tables tables = new Tables(bytes, height / tiles, width / tiles);
    return Uint8Image.of(image.shape(), tables.blended());
  }

  /// The look-up tables of all tiles.
  private final class Tables {
    private final Uint8Image image;
    private final int tileHeight;
    private final int tileWidth;
    private final int[] levels = new int[tiles * tiles * LEVELS];

    Tables(Uint8Image image, int tileHeight, int tileWidth) {
      this.image = image;
      this.tileHeight = tileHeight;
      this.tileWidth = tileWidth;
      for (int row = 0; row < tiles; row++) {
        for (int column = 0; column < tiles; column++) {
          fill(row, column);
        }
      }
    }

    private void fill(int tileRow, int tileColumn) {
      int[] histogram = new int[LEVELS];
      for (int y = tileRow * tileHeight; y < (tileRow + 1) * tileHeight; y++) {
        int row = mirrored(y, image.height()) * image.width();
        for (int x = tileColumn * tileWidth; x < (tileColumn + 1) * tileWidth; x++) {
          histogram[image.pixels()[row + mirrored(x, image.width())] & 0xFF]++;
        }
      }
      int area = tileHeight * tileWidth;
      if (clipLimit > 0) {
        clip(histogram, Math.max(1, (int) (clipLimit * area / LEVELS)));
      }
      float scale = (float) (LEVELS - 1) / area;
      int below = 0;
      int at = (tileRow * tiles + tileColumn) * LEVELS;
      for (int level = 0; level < LEVELS; level++) {
        below += histogram[level];
        levels[at + level] = saturated(below * scale);
      }
    }

    private static int mirrored(int index, int extent) {
      int last = extent - 1;
      return index <= last ? index : Math.max(0, 2 * last - index);
    }

    /// Cuts bins off at the limit and spreads what was cut: evenly, then one by one at equal
    /// distances.
    private static void clip(int[] histogram, int limit) {
      int cut = 0;
      for (int level = 0; level < LEVELS; level++) {
        cut += Math.max(0, histogram[level] - limit);
        histogram[level] = Math.min(histogram[level], limit);
      }
      int rest = cut % LEVELS;
      for (int level = 0; level < LEVELS; level++) {
        histogram[level] += cut / LEVELS;
      }
      int step = rest == 0 ? LEVELS : Math.max(LEVELS / rest, 1);
      for (int level = 0; level < LEVELS && rest > 0; level += step, rest--) {
        histogram[level]++;
      }
    }

    /// OpenCV computes in float and rounds half to even.
    byte[] blended() {
      byte[] result = new byte[image.shape().pixels()];
      Place[] columns = places(image.width(), tileWidth);
      Place[] rows = places(image.height(), tileHeight);
      for (int y = 0; y < image.height(); y++) {
        Place row = rows[y];
        for (int x = 0; x < image.width(); x++) {
          int level = image.pixels()[y * image.width() + x] & 0xFF;
          Place column = columns[x];
          float upper = along(row.first, column, level);
          float lower = along(row.second, column, level);
          result[y * image.width() + x] =
              (byte) saturated(upper * (1 - row.share) + lower * row.share);
        }
      }
      return result;
    }

    private float along(int tileRow, Place column, int level) {
      int start = tileRow * tiles * LEVELS + level;
      return levels[start + column.first * LEVELS] * (1 - column.share)
          + levels[start + column.second * LEVELS] * column.share;
    }

    private Place[] places(int extent, int tileExtent) {
      float perPixel = 1.0f / tileExtent;
      Place[] places = new Place[extent];
      for (int i = 0; i < extent; i++) {
        float position = i * perPixel - 0.5f;
        int before = (int) Math.floor(position);
        places[i] =
            new Place(Math.max(before, 0), Math.min(before + 1, tiles - 1), position - before);
      }
      return places;
    }

    private static int saturated(float value) {
      return Math.clamp((int) Math.rint(value), 0, LEVELS - 1);
    }
  }

  /// The two tiles a pixel lies between and its share of the second.
  private record Place(int first, int second, float share) {}
}
