package dev.shardline.image.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A scan's entropy-coded bytes without stuffing, one restart segment at a time, followed by zeros
/// so that the bit reader need not look for the end.
final class EntropyData {
  /// Zeros behind a segment; the reader asks for eight bytes at once and may be a block ahead.
  static final int PADDING = 512;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final byte[] file;
  private final byte[] segment;
  private int place;
  private int length;

  EntropyData(byte[] file, int start) {
    this.file = file;
    this.place = start;
    this.segment = new byte[file.length - start + PADDING];
  }

  /// Loads the bytes up to the next marker and stops at it.
  void load() throws DeclinedException {
    int from = place;
    int to = 0;
    while (true) {
      int run = plainRun(from, to);
      from += run;
      to += run;
      DeclinedException.unless(from + 1 < file.length, "no end-of-image marker");
      if (file[from] != (byte) 0xFF) {
        segment[to++] = file[from++];
      } else if (file[from + 1] == 0) {
        segment[to++] = (byte) 0xFF;
        from += 2;
      } else {
        break;
      }
    }
    Arrays.fill(segment, to, Math.min(segment.length, to + PADDING), (byte) 0);
    place = from;
    length = to;
  }

  /// Copies eight bytes at a time as long as none of them is 0xFF.
  private int plainRun(int from, int to) {
    int run = 0;
    while (from + run + Long.BYTES <= file.length) {
      long eight = (long) LONGS.get(file, from + run);
      if ((~eight - ONES & eight & HIGH_BITS) != 0) {
        break;
      }
      LONGS.set(segment, to + run, eight);
      run += Long.BYTES;
    }
    return run;
  }

  /// The code of the marker at which the segment ends, past fill bytes; steps over it.
  int marker() throws DeclinedException {
    int code = place + 1;
    while (code < file.length && file[code] == (byte) 0xFF) {
      code++;
    }
    DeclinedException.unless(code < file.length, "no marker");
    place = code + 1;
    return file[code] & 0xFF;
  }

  byte[] segment() {
    return segment;
  }

  /// Bytes of the segment, without padding.
  int length() {
    return length;
  }
}
