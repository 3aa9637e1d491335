package dev.shardline.image.crop;

import dev.shardline.image.Uint8Image;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// Blurs by (1 4 6 4 1) / 16 along both axes, rounds half up once, and compares; all in whole
/// numbers of 16 unsigned bits, so that neither order nor vector width matters.
final class BlurredThreshold {
  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(SHORTS.vectorBitSize() / 2));
  private static final int REACH = 2;
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
        mask.setWord(y, x, compare(sums, x, smallestSum));
      }
    }
    return mask;
  }

  private static void blurColumns(byte[] pixels, int[] rows, int width, short[] sums) {
    int x = 0;
    for (; x + SHORTS.length() <= width; x += SHORTS.length()) {
      blurVector(pixels, rows, x, sums);
    }
    for (; x < width; x++) {
      int near = (pixels[rows[1] + x] & 0xFF) + (pixels[rows[3] + x] & 0xFF);
      int far = (pixels[rows[0] + x] & 0xFF) + (pixels[rows[4] + x] & 0xFF);
      sums[x + REACH] = (short) (far + 4 * near + 6 * (pixels[rows[2] + x] & 0xFF));
    }
  }

  private static void blurVector(byte[] pixels, int[] rows, int x, short[] sums) {
    ShortVector near = widened(pixels, rows[1] + x).add(widened(pixels, rows[3] + x));
    ShortVector far = widened(pixels, rows[0] + x).add(widened(pixels, rows[4] + x));
    far.add(near.lanewise(VectorOperators.LSHL, 2))
        .add(widened(pixels, rows[2] + x).mul((short) 6))
        .intoArray(sums, x + REACH);
  }

  private static ShortVector widened(byte[] pixels, int place) {
    return (ShortVector)
        ByteVector.fromArray(BYTES, pixels, place)
            .convertShape(VectorOperators.ZERO_EXTEND_B2S, SHORTS, 0);
  }

  /// Blurs sixty-four places along the row; a bit for each that reaches the sum.
  private static long compare(short[] sums, int x, short smallestSum) {
    long bits = 0;
    for (int i = 0; i < Long.SIZE; i += SHORTS.length()) {
      bits |= compareVector(sums, x + i, smallestSum) << i;
    }
    return bits;
  }

  private static long compareVector(short[] sums, int x, short smallestSum) {
    ShortVector far =
        ShortVector.fromArray(SHORTS, sums, x).add(ShortVector.fromArray(SHORTS, sums, x + 4));
    ShortVector near =
        ShortVector.fromArray(SHORTS, sums, x + 1).add(ShortVector.fromArray(SHORTS, sums, x + 3));
    VectorMask<Short> bright =
        far.add(near.lanewise(VectorOperators.LSHL, 2))
            .add(ShortVector.fromArray(SHORTS, sums, x + 2).mul((short) 6))
            .compare(VectorOperators.UGE, smallestSum);
    return bright.anyTrue() ? bright.toLong() : 0;
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
