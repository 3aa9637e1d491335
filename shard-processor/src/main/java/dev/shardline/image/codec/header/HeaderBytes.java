package dev.shardline.image.codec.header;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.nio.ByteOrder;

/// Reads numbers at absolute places of a file, or of its first bytes, and says TRUNCATED, naming
/// the field, where they end before. Never allocates.
final class HeaderBytes {
  private final byte[] bytes;
  private final long fileLength;
  private final ByteOrder order;

  /// @param bytes the file's first bytes
  /// @param fileLength the length of the whole file
  HeaderBytes(byte[] bytes, long fileLength, ByteOrder order) {
    this.bytes = bytes;
    this.fileLength = fileLength;
    this.order = order;
  }

  /// The unsigned byte at `offset`.
  int uint8(String field, long offset) throws MalformedDataException {
    require(field, offset, 1);
    return Byte.toUnsignedInt(bytes[(int) offset]);
  }

  /// The unsigned 16-bit number at `offset`.
  int uint16(String field, long offset) throws MalformedDataException {
    require(field, offset, 2);
    int first = Byte.toUnsignedInt(bytes[(int) offset]);
    int second = Byte.toUnsignedInt(bytes[(int) offset + 1]);
    return order == ByteOrder.BIG_ENDIAN ? first << 8 | second : second << 8 | first;
  }

  /// The unsigned 24-bit number at `offset`.
  int uint24(String field, long offset) throws MalformedDataException {
    int high = uint8(field, order == ByteOrder.BIG_ENDIAN ? offset : offset + 2);
    int low = uint16(field, order == ByteOrder.BIG_ENDIAN ? offset + 1 : offset);
    return high << 16 | low;
  }

  /// The unsigned 32-bit number at `offset`.
  long uint32(String field, long offset) throws MalformedDataException {
    return Integer.toUnsignedLong(int32(field, offset));
  }

  /// The signed 32-bit number at `offset`.
  int int32(String field, long offset) throws MalformedDataException {
    require(field, offset, 4);
    int first = uint16(field, offset);
    int second = uint16(field, offset + 2);
    return order == ByteOrder.BIG_ENDIAN ? first << 16 | second : second << 16 | first;
  }

  /// The unsigned 32-bit number at `offset` where the format uses it as an extent.
  ///
  /// @throws MalformedDataException also if it does not fit an int
  int extent(String field, long offset) throws MalformedDataException {
    long value = uint32(field, offset);
    if (value > Integer.MAX_VALUE) {
      throw new MalformedDataException(
          Reason.MALFORMED, field, offset, "at most " + Integer.MAX_VALUE, Long.toString(value));
    }
    return (int) value;
  }

  /// Checks that `count` bytes at `offset` can be read here.
  void require(String field, long offset, long count) throws MalformedDataException {
    requireWithin(bytes.length, field, offset, count);
  }

  /// Checks that the file, here or not, has `count` bytes at `offset`.
  void requireInFile(String field, long offset, long count) throws MalformedDataException {
    requireWithin(fileLength, field, offset, count);
  }

  private static void requireWithin(long end, String field, long offset, long count)
      throws MalformedDataException {
    if (offset < 0 || count < 0 || offset > end - count) {
      throw new MalformedDataException(
          Reason.TRUNCATED, field, offset, count + " bytes", "the end at byte " + end);
    }
  }
}
