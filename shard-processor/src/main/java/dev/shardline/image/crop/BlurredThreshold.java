package dev.shardline.image.crop;

import dev.shardline.image.Uint8Image;

/// Blurs by (1 4 6 4 1) / 16 along both axes, rounds half up once, and compares; all in whole
/// numbers, so that the order does not matter.
final class BlurredThreshold {
  private static final int REACH = 2;
  private static final int ROUNDING_BITS = 8;

  private BlurredThreshold() {}

  /// Where the blurred picture exceeds `threshold`.
  ///
  /// @param grey a picture of one channel
  static BitMask exceeding(Uint8Image grey, int threshold) {
    int height = grey.height();
    int width = grey.width();
    int smallestSum = (threshold + 1 << ROUNDING_BITS) - (1 << ROUNDING_BITS - 1);
    BitMask mask = new BitMask(height, width);
    int[] column = new int[width + 2 * REACH];
    for (int y = 0; y < height; y++) {
      blurColumns(grey, y, column);
      mirrorEnds(column, width);
      for (int x = 0; x < width; x++) {
        int sum =
            column[x] + column[x + 4] + 4 * (column[x + 1] + column[x + 3]) + 6 * column[x + 2];
        if (sum >= smallestSum) {
          mask.set(y, x);
        }
      }
    }
    return mask;
  }

  private static void blurColumns(Uint8Image grey, int y, int[] sums) {
    int height = grey.height();
    int width = grey.width();
    byte[] pixels = grey.pixels();
    int above2 = mirrored(y - 2, height) * width;
    int above1 = mirrored(y - 1, height) * width;
    int here = y * width;
    int below1 = mirrored(y + 1, height) * width;
    int below2 = mirrored(y + 2, height) * width;
    for (int x = 0; x < width; x++) {
      sums[x + REACH] =
          (pixels[above2 + x] & 0xFF)
              + (pixels[below2 + x] & 0xFF)
              + 4 * ((pixels[above1 + x] & 0xFF) + (pixels[below1 + x] & 0xFF))
              + 6 * (pixels[here + x] & 0xFF);
    }
  }

  private static void mirrorEnds(int[] sums, int width) {
    for (int i = 1; i <= REACH; i++) {
      sums[REACH - i] = sums[REACH + mirrored(-i, width)];
      sums[REACH + width - 1 + i] = sums[REACH + mirrored(width - 1 + i, width)];
    }
  }

  /// The index that a mirror on the border's pixel shows for one beyond it.
  private static int mirrored(int index, int length) {
    if (length == 1) {
      return 0;
    }
    int period = 2 * (length - 1);
    int folded = Math.floorMod(index, period);
    return Math.min(folded, period - folded);
  }
}
