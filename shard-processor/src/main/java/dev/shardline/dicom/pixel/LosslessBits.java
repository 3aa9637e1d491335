package dev.shardline.dicom.pixel;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;

/// The entropy-coded bits of a scan, without stuffing. Stops at markers: beyond one there are
/// zeros, and as soon as one of them is used up the data is found truncated.
final class LosslessBits {
  private static final int FIRST_RESTART = 0xD0;

  private final byte[] file;
  private int place;
  private long buffer;
  private int buffered;
  private int missing;

  LosslessBits(byte[] file, int place) {
    this.file = file;
    this.place = place;
  }

  /// The difference that comes next (ITU-T T.81, H.1.2.2).
  int difference(HuffmanCodes codes) throws MalformedDataException {
    refill();
    int entry = codes.entry(peek(16));
    if (entry == 0) {
      throw failure(Reason.MALFORMED, "a code of the Huffman table", "none");
    }
    drop(entry & 0xFF);
    int size = entry >> 8;
    if (size == 0) {
      return 0;
    }
    if (size == 16) {
      return 1 << 15;
    }
    int bits = peek(size);
    drop(size);
    return bits < 1 << size - 1 ? bits - (1 << size) + 1 : bits;
  }

  private int peek(int count) {
    return (int) (buffer >>> buffered - count) & (1 << count) - 1;
  }

  private void drop(int count) throws MalformedDataException {
    buffered -= count;
    if (buffered < missing) {
      throw failure(Reason.TRUNCATED, "more entropy-coded data", "the end");
    }
  }

  /// Fills up to at least the 31 bits that a code and its value can take.
  private void refill() {
    while (buffered < 48) {
      buffer = buffer << Byte.SIZE | nextByte();
      buffered += Byte.SIZE;
    }
  }

  private int nextByte() {
    int value = place < file.length ? file[place] & 0xFF : 0xFF;
    if (value != 0xFF) {
      place++;
      return value;
    }
    if (place + 1 < file.length && file[place + 1] == 0) {
      place += 2;
      return value;
    }
    missing += Byte.SIZE;
    return 0;
  }

  /// Goes on behind the restart marker that has to come here.
  ///
  /// @param count how many came before
  void restart(int count) throws MalformedDataException {
    while (place + 1 < file.length && file[place + 1] == (byte) 0xFF) {
      place++;
    }
    int expected = FIRST_RESTART + count % 8;
    int found = place + 1 < file.length ? file[place + 1] & 0xFF : -1;
    if (found != expected) {
      throw failure(Reason.MALFORMED, "restart marker %02x".formatted(expected), "another");
    }
    place += 2;
    buffer = 0;
    buffered = 0;
    missing = 0;
  }

  private MalformedDataException failure(Reason reason, String expected, String found) {
    return new MalformedDataException(reason, "JPEG frame", place, expected, found);
  }
}
