package dev.shardline.volume.gzip;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;

/// The bits of a compressed file, least significant first, eight bytes at a time, of a window that
/// moves over it.
///
/// Reading runs over the end of the data on purpose: the last bytes are read from a window that
/// ends in zeros, and [#checkNotPastEnd] finds out afterwards. So the hot loop needs no bounds of
/// its own.
final class BitInput {
  static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /// How far one turn of the hot loop may read ahead.
  static final int LOOK_AHEAD = 32;

  /// Small enough to stay in the nearest caches.
  private static final int WINDOW = 1 << 15;

  /// Of so little, the window ends in more zeros than are read ahead before the end is noticed.
  private static final int TAIL = 64;

  /// Bytes behind the last block of a gzip member.
  private static final int TRAILER = 8;

  /// The window.
  byte[] bytes = new byte[0];

  int position;
  long bits;
  int count;

  /// File offset of `bytes[0]`.
  private int base;

  private final MemorySegment file;
  private final int end;

  /// @param file shorter than 2 GiB
  BitInput(MemorySegment file) {
    this.file = file;
    this.end = Math.toIntExact(file.byteSize());
    ensureLookAhead();
  }

  /// Where the hot loop must stop for [#ensureLookAhead].
  int lookAheadLimit() {
    return bytes.length - LOOK_AHEAD;
  }

  /// Moves the window on once its rest is too short to read ahead; the last one ends in zeros. Each
  /// begins a few bytes early, so that [#alignToByte] can go back.
  void ensureLookAhead() {
    if (position > lookAheadLimit() && !isNearEnd()) {
      int back = Math.min(position, Long.BYTES);
      base += position - back;
      position = back;
      int left = end - base;
      bytes = new byte[left > TAIL ? Math.min(left, WINDOW) : LOOK_AHEAD + 2 * TAIL];
      MemorySegment.copy(file, ValueLayout.JAVA_BYTE, base, bytes, 0, Math.min(left, bytes.length));
    }
  }

  void refill() {
    ensureLookAhead();
    if (position > bytes.length - Long.BYTES) {
      return;
    }
    bits |= (long) LONGS.get(bytes, position) << count;
    position += (63 - count) >>> 3;
    count |= 56;
  }

  /// The next bits, at most 32; call [#refill] before.
  int take(int width) {
    int value = (int) (bits & ((1L << width) - 1));
    bits >>>= width;
    count -= width;
    return value;
  }

  /// Forgets the rest of the current byte and gives whole look-ahead bytes back.
  void alignToByte() {
    position -= count >>> 3;
    bits = 0;
    count = 0;
  }

  /// Copies whole bytes; only after [#alignToByte].
  int copyBytes(byte[] into, int at, int length) {
    ensureLookAhead();
    int available = end - base - position;
    int copied = Math.min(length, Math.min(available, bytes.length - position));
    if (copied > 0) {
      System.arraycopy(bytes, position, into, at, copied);
      position += copied;
    }
    return Math.max(0, copied);
  }

  /// File offset of the next unread bit's byte.
  long offset() {
    return (long) base + position - (count >>> 3);
  }

  /// Whether nothing but padding follows; only after [#alignToByte].
  boolean onlyZerosLeft() {
    for (long i = (long) base + position; i < end; i++) {
      if (file.get(ValueLayout.JAVA_BYTE, i) != 0) {
        return false;
      }
    }
    return true;
  }

  /// Whether the window is the last one, which ends in zeros.
  boolean isNearEnd() {
    return base + bytes.length > end;
  }

  void checkNotPastEnd(String field) throws MalformedDataException {
    if (offset() > end) {
      throw truncated(field);
    }
  }

  /// The failure to report where too few bytes are left for a trailer: tells nonsense at the end of
  /// a cut file apart from nonsense in a whole one.
  Optional<MalformedDataException> truncatedBeforeTrailer(String field) {
    return offset() + TRAILER > end ? Optional.of(truncated(field)) : Optional.empty();
  }

  private MalformedDataException truncated(String field) {
    return new MalformedDataException(
        Reason.TRUNCATED, field, end, "more compressed bytes", "the end of the file");
  }
}
