package dev.shardline.image.resize;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Sixteen rows of a picture, turned: the sixteen values of a column lie side by side. Rows that a
/// picture lacks hold whatever was there before.
final class RowStrip {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int LANES = LaneKernel.LANES;
  private static final int BLOCK = 8;

  private final int rowValues;
  private final int paddedValues;
  private final byte[] rows;
  private final byte[] turned;

  RowStrip(int rowValues) {
    this.rowValues = rowValues;
    this.paddedValues = (rowValues + BLOCK - 1) / BLOCK * BLOCK;
    this.rows = new byte[LANES * paddedValues];
    this.turned = new byte[LANES * paddedValues];
  }

  /// The values, column by column, sixteen rows each.
  byte[] turned() {
    return turned;
  }

  /// Takes rows out of a picture and turns them.
  void load(byte[] pixels, int top, int count) {
    for (int row = 0; row < count; row++) {
      System.arraycopy(pixels, (top + row) * rowValues, rows, row * paddedValues, rowValues);
    }
    for (int column = 0; column < paddedValues; column += BLOCK) {
      for (int row = 0; row < LANES; row += BLOCK) {
        transpose(
            rows, row * paddedValues + column, paddedValues, turned, column * LANES + row, LANES);
      }
    }
  }

  /// Turns the values back and puts them into a picture.
  void store(byte[] pixels, int top, int count) {
    for (int column = 0; column < paddedValues; column += BLOCK) {
      for (int row = 0; row < LANES; row += BLOCK) {
        transpose(
            turned, column * LANES + row, LANES, rows, row * paddedValues + column, paddedValues);
      }
    }
    for (int row = 0; row < count; row++) {
      System.arraycopy(rows, row * paddedValues, pixels, (top + row) * rowValues, rowValues);
    }
  }

  /// Transposes a square of 8 x 8 bytes: swaps 4 x 4 quarters, then 2 x 2, then single bytes.
  private static void transpose(
      byte[] from, int place, int step, byte[] to, int target, int targetStep) {
    long a = (long) LONGS.get(from, place);
    long b = (long) LONGS.get(from, place + step);
    long c = (long) LONGS.get(from, place + 2 * step);
    long d = (long) LONGS.get(from, place + 3 * step);
    long e = (long) LONGS.get(from, place + 4 * step);
    long f = (long) LONGS.get(from, place + 5 * step);
    long g = (long) LONGS.get(from, place + 6 * step);
    long h = (long) LONGS.get(from, place + 7 * step);

    long ae = low(a, e, 32, HALVES);
    long ea = high(a, e, 32, HALVES);
    long bf = low(b, f, 32, HALVES);
    long fb = high(b, f, 32, HALVES);
    long cg = low(c, g, 32, HALVES);
    long gc = high(c, g, 32, HALVES);
    long dh = low(d, h, 32, HALVES);
    long hd = high(d, h, 32, HALVES);

    a = low(ae, cg, 16, QUARTERS);
    c = high(ae, cg, 16, QUARTERS);
    b = low(bf, dh, 16, QUARTERS);
    d = high(bf, dh, 16, QUARTERS);
    e = low(ea, gc, 16, QUARTERS);
    g = high(ea, gc, 16, QUARTERS);
    f = low(fb, hd, 16, QUARTERS);
    h = high(fb, hd, 16, QUARTERS);

    LONGS.set(to, target, low(a, b, 8, EIGHTHS));
    LONGS.set(to, target + targetStep, high(a, b, 8, EIGHTHS));
    LONGS.set(to, target + 2 * targetStep, low(c, d, 8, EIGHTHS));
    LONGS.set(to, target + 3 * targetStep, high(c, d, 8, EIGHTHS));
    LONGS.set(to, target + 4 * targetStep, low(e, f, 8, EIGHTHS));
    LONGS.set(to, target + 5 * targetStep, high(e, f, 8, EIGHTHS));
    LONGS.set(to, target + 6 * targetStep, low(g, h, 8, EIGHTHS));
    LONGS.set(to, target + 7 * targetStep, high(g, h, 8, EIGHTHS));
  }

  private static final long HALVES = 0x00000000FFFFFFFFL;
  private static final long QUARTERS = 0x0000FFFF0000FFFFL;
  private static final long EIGHTHS = 0x00FF00FF00FF00FFL;

  /// The low part of each unit of both, the second's moved up.
  private static long low(long first, long second, int shift, long mask) {
    return first & mask | (second & mask) << shift;
  }

  /// The high part of each unit of both, the first's moved down.
  private static long high(long first, long second, int shift, long mask) {
    return first >>> shift & mask | second & ~mask;
  }
}
