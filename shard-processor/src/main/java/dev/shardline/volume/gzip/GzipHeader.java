package dev.shardline.volume.gzip;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;

/// The header before each member of a gzip file (RFC 1952, 2.3). Its name and comment are not used.
final class GzipHeader {
  private static final int MAGIC = 0x8b1f;
  private static final int DEFLATE = 8;
  private static final int HAS_CRC = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final BitInput input;

  GzipHeader(BitInput input) {
    this.input = input;
  }

  void skip() throws MalformedDataException {
    expect("gzip magic", 16, MAGIC);
    expect("gzip method", 8, DEFLATE);
    int flags = take(8);
    if ((flags & RESERVED) != 0) {
      throw new MalformedDataException(
          Reason.MALFORMED, "gzip flags", input.offset(), "reserved bits 0", flags + "");
    }
    take(32);
    take(16);
    if ((flags & HAS_EXTRA) != 0) {
      skipBytes(take(16));
    }
    if ((flags & HAS_NAME) != 0) {
      skipText();
    }
    if ((flags & HAS_COMMENT) != 0) {
      skipText();
    }
    if ((flags & HAS_CRC) != 0) {
      take(16);
    }
    input.alignToByte();
  }

  private void expect(String field, int width, int expected) throws MalformedDataException {
    long offset = input.offset();
    int found = take(width);
    if (found != expected) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          field,
          offset,
          "0x" + Integer.toHexString(expected),
          "0x" + Integer.toHexString(found));
    }
  }

  private int take(int width) throws MalformedDataException {
    input.refill();
    int value = input.take(width);
    input.checkNotPastEnd("gzip header");
    return value;
  }

  private void skipBytes(int count) throws MalformedDataException {
    for (int i = 0; i < count; i++) {
      take(8);
    }
  }

  private void skipText() throws MalformedDataException {
    while (take(8) != 0) {
      // the text is not used
    }
  }
}
