package dev.shardline.image.crop;

import dev.shardline.image.Uint8Image;
import dev.shardline.image.lanes.VectorInstructions;

/// Blurs by (1 4 6 4 1) / 16 along both axes, rounds half up once, and compares; all in whole
/// numbers of 16 unsigned bits, so that neither order nor vector width matters.
final class BlurredThreshold {
  static final int REACH = 2;

  private static final boolean VECTORS = VectorInstructions.areAvailable();
  private static final int ROUNDING_BITS = 8;

  private BlurredThreshold() {}

  /// Where the blurred picture exceeds `threshold`.
  ///
  /// @param grey a picture of one channel
  static BitMask exceeding(Uint8Image grey, int threshold) {
    int height = grey.height();
    int width = grey.width();
    short smallestSum = (short) ((threshold + 1 << ROUNDING_BITS) - (1 << ROUNDING_BITS - 1));
    BitMask mask = new BitMask(height, width);
    short[] sums = new short[REACH + mask.rowBits() + REACH];
    int[] rows = new int[2 * REACH + 1];
    for (int y = 0; y < height; y++) {
      for (int i = 0; i < rows.length; i++) {
        rows[i] = mirrored(y + i - REACH, height) * width;
      }
      blurColumns(grey.pixels(), rows, width, sums);
      mirrorEnds(sums, width);
      for (int x = 0; x < width; x += Long.SIZE) {
        mask.setWord(y, x, reaching(sums, x, smallestSum));
      }
    }
    return mask;
  }

  private static void blurColumns(byte[] pixels, int[] rows, int width, short[] sums) {
    for (int x = VECTORS ? VectorBlur.columns(pixels, rows, width, sums) : 0; x < width; x++) {
      int near = (pixels[rows[1] + x] & 0xFF) + (pixels[rows[3] + x] & 0xFF);
      int far = (pixels[rows[0] + x] & 0xFF) + (pixels[rows[4] + x] & 0xFF);
      sums[x + REACH] = (short) (far + 4 * near + 6 * (pixels[rows[2] + x] & 0xFF));
    }
  }

  private static long reaching(short[] sums, int x, short smallestSum) {
    return VECTORS ? VectorBlur.compare(sums, x, smallestSum) : compare(sums, x, smallestSum);
  }

  /// Blurs sixty-four places along the row; a bit for each that reaches the sum.
  static long compare(short[] sums, int x, short smallestSum) {
    long bits = 0;
    for (int i = 0; i < Long.SIZE; i++) {
      int far = sums[x + i] + sums[x + i + 4];
      int near = sums[x + i + 1] + sums[x + i + 3];
      short sum = (short) (far + 4 * near + 6 * sums[x + i + 2]);
      bits |= Short.compareUnsigned(sum, smallestSum) >= 0 ? 1L << i : 0;
    }
    return bits;
  }

  private static void mirrorEnds(short[] sums, int width) {
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
