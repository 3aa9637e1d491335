package dev.shardline.image.codec.jpeg;

import dev.shardline.image.lanes.VectorInstructions;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The accurate integer inverse cosine transform of libjpeg (`jidctint.c`, after Loeffler,
/// Ligtenberg and Moschytz) for sixteen blocks at once, one to a lane; then the level shift and the
/// cut to 0 to 255. Whole numbers only: the same values with and without vector instructions.
///
/// Holds working memory; for one thread. The names of the constants give their size: FIX_0_541 is
/// 0.541196100.
abstract sealed class InverseTransform permits VectorInverseTransform, PlainInverseTransform {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  static final int LANES = ZigzagOrder.LANES;
  static final int ROW = 8 * LANES;
  static final int CONSTANT_BITS = 13;
  static final int FIRST_SHIFT = CONSTANT_BITS - 2;
  static final int SECOND_SHIFT = CONSTANT_BITS + 2 + 3;
  static final int FIRST_ROUNDING = 1 << FIRST_SHIFT - 1;

  /// Rounds, and shifts the level by 128.
  static final int SECOND_ROUNDING = (1 << SECOND_SHIFT - 1) + (128 << SECOND_SHIFT);

  static final int FIX_0_298 = 2_446;
  static final int FIX_0_390 = 3_196;
  static final int FIX_0_541 = 4_433;
  static final int FIX_0_765 = 6_270;
  static final int FIX_0_899 = 7_373;
  static final int FIX_1_175 = 9_633;
  static final int FIX_1_501 = 12_299;
  static final int FIX_1_847 = 15_137;
  static final int FIX_1_961 = 16_069;
  static final int FIX_2_053 = 16_819;
  static final int FIX_2_562 = 20_995;
  static final int FIX_3_072 = 25_172;

  /// In vector instructions if the process has them.
  static InverseTransform create() {
    return VectorInstructions.areAvailable()
        ? new VectorInverseTransform()
        : new PlainInverseTransform();
  }

  /// Transforms a batch of sixteen blocks.
  ///
  /// @param coefficients dequantised, by row, column and block
  /// @param source where the batch begins
  /// @param plane takes eight rows of 128 values
  /// @param target the place of the first
  /// @param stride values from one row to the next
  abstract void apply(int[] coefficients, int source, byte[] plane, int target, int stride);

  /// Fills a batch whose blocks have one value each.
  static void spreadFlat(int[] coefficients, int source, byte[] plane, int target, int stride) {
    for (int lane = 0; lane < LANES; lane++) {
      long value = Math.clamp((coefficients[source + lane] + 4 >> 3) + 128, 0, 255);
      long eight = value * 0x0101010101010101L;
      for (int row = 0; row < 8; row++) {
        LONGS.set(plane, target + row * stride + 8 * lane, eight);
      }
    }
  }
}
