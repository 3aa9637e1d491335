package dev.shardline.storage.s3;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Looks for ASCII characters in bytes, eight at a time (Mycroft's test for a zero byte).
final class ByteSearch {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = ONES << (Byte.SIZE - 1);

  private ByteSearch() {}

  /// Where in `bytes[from, to)` the first of these characters stands; `to` if there is none.
  static int indexOf(char wanted, byte[] bytes, int from, int to) {
    long pattern = ONES * wanted;
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long zeros = (long) LONG.get(bytes, i) ^ pattern;
      long found = zeros - ONES & ~zeros & HIGHS;
      if (found != 0) {
        return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    while (i < to && bytes[i] != wanted) {
      i++;
    }
    return i;
  }
}
