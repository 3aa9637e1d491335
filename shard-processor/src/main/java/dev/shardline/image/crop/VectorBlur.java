package dev.shardline.image.crop;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The blur and comparison of [BlurredThreshold] in vector instructions.
final class VectorBlur {
  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(SHORTS.vectorBitSize() / 2));
  private static final int REACH = BlurredThreshold.REACH;

  private VectorBlur() {}

  /// Blurs along columns as many places of a row as whole vectors cover.
  ///
  /// @param rows where the five rows begin
  /// @return how many places
  static int columns(byte[] pixels, int[] rows, int width, short[] sums) {
    int x = 0;
    for (; x + SHORTS.length() <= width; x += SHORTS.length()) {
      blurVector(pixels, rows, x, sums);
    }
    return x;
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
  static long compare(short[] sums, int x, short smallestSum) {
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
}
