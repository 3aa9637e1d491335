package dev.shardline.volume.gzip;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.zip.CRC32;

/// The decompressed bytes of a gzip file (RFC 1952), all its members one after the other. Each
/// member's length and CRC-32 are checked when its end is reached.
final class GzipFlow implements ByteFlow {
  /// Deflate turns one byte into at most this many.
  private static final long LARGEST_RATIO = 1032;

  private final MemorySegment file;
  private final BitInput input;
  private final InflateDecoder decoder;
  private final CRC32 crc = new CRC32();
  private long memberBytes;
  private long position;
  private int at;
  private boolean inMember;

  GzipFlow(MemorySegment file) {
    this.file = file;
    this.input = new BitInput(file);
    this.decoder = new InflateDecoder(input);
  }

  static boolean isGzip(MemorySegment file) {
    return file.byteSize() >= 2
        && file.get(ValueLayout.JAVA_BYTE, 0) == 0x1f
        && file.get(ValueLayout.JAVA_BYTE, 1) == (byte) 0x8b;
  }

  @Override
  public int read(byte[] into, int to, int length) throws MalformedDataException {
    while (at == decoder.to() || !inMember) {
      if (!nextChunk()) {
        return -1;
      }
    }
    int count = Math.min(length, decoder.to() - at);
    System.arraycopy(decoder.window(), at, into, to, count);
    at += count;
    position += count;
    return count;
  }

  private boolean nextChunk() throws MalformedDataException {
    if (!inMember) {
      if (input.onlyZerosLeft()) {
        return false;
      }
      new GzipHeader(input).skip();
      decoder.begin();
      crc.reset();
      memberBytes = 0;
      inMember = true;
      at = 0;
    }
    if (decoder.next()) {
      at = decoder.from();
      crc.update(decoder.window(), at, decoder.to() - at);
      memberBytes += decoder.to() - at;
    } else {
      at = decoder.to();
      checkTrailer();
      inMember = false;
    }
    return true;
  }

  private void checkTrailer() throws MalformedDataException {
    input.alignToByte();
    long offset = input.offset();
    input.refill();
    int storedCrc = input.take(32);
    input.refill();
    int storedLength = input.take(32);
    input.checkNotPastEnd("gzip trailer");
    if (storedCrc != (int) crc.getValue()) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "gzip CRC-32",
          offset,
          Integer.toHexString((int) crc.getValue()) + " as the data has",
          Integer.toHexString(storedCrc));
    }
    if (storedLength != (int) memberBytes) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "gzip length",
          offset + Integer.BYTES,
          (int) memberBytes + " as the data has",
          storedLength + "");
    }
    input.alignToByte();
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public long longestPossible() {
    return file.byteSize() * LARGEST_RATIO;
  }

  @Override
  public void drain(long limit) throws MalformedDataException {
    byte[] scratch = new byte[8192];
    long left = limit;
    int count;
    while (left > 0 && (count = read(scratch, 0, (int) Math.min(left, scratch.length))) > 0) {
      left -= count;
    }
  }
}
