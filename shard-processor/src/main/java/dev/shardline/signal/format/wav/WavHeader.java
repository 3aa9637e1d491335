package dev.shardline.signal.format.wav;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.format.ByteSource;
import dev.shardline.signal.format.raw.NumberEncoding;
import dev.shardline.signal.format.raw.NumberType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What the chunks before the sound say.
///
/// @param encoding of the stored numbers
/// @param dataOffset where the sound starts
/// @param dataBytes as the file states it
record WavHeader(
    int channels, SamplingRate rate, NumberEncoding encoding, long dataOffset, long dataBytes) {
  private static final int INTEGER = 1;
  private static final int FLOAT = 3;
  private static final int EXTENSIBLE = 0xfffe;
  private static final int MOST_CHUNKS = 1000;
  private static final int EXTENSIBLE_FORMAT_BYTES = 26;
  private static final long IN_DS64 = 0xffffffffL;

  static WavHeader parse(ByteSource source) throws MalformedDataException, IOException {
    ByteBuffer riff = read(source, 0, 12, "RIFF header");
    String kind = tag(riff, 0);
    if (!(kind.equals("RIFF") || kind.equals("RF64")) || !tag(riff, 8).equals("WAVE")) {
      throw malformed("RIFF header", 0, "'RIFF' or 'RF64', and 'WAVE'", kind + ", " + tag(riff, 8));
    }
    ByteBuffer format = null;
    long formatOffset = 0;
    long wideDataBytes = IN_DS64;
    long offset = riff.capacity();
    for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
      ByteBuffer head = read(source, offset, 8, "chunk header");
      long bytes = head.getInt(4) & 0xffffffffL;
      long body = offset + head.capacity();
      switch (tag(head, 0)) {
        case "ds64" -> wideDataBytes = read(source, body, 24, "ds64 chunk").getLong(8);
        case "fmt " -> {
          format = read(source, body, (int) Math.min(bytes, EXTENSIBLE_FORMAT_BYTES), "fmt chunk");
          formatOffset = body;
        }
        case "data" -> {
          if (format == null) {
            throw malformed("data chunk", offset, "a fmt chunk before it", "none");
          }
          long stated = bytes == IN_DS64 ? wideDataBytes : bytes;
          return header(format, formatOffset, body, stated);
        }
        default -> {
          // Chunks about anything else are passed over.
        }
      }
      offset = body + bytes + (bytes & 1);
    }
    throw malformed("chunks", offset, "a data chunk among " + MOST_CHUNKS, "none");
  }

  private static WavHeader header(ByteBuffer format, long formatOffset, long offset, long bytes)
      throws MalformedDataException {
    if (format.capacity() < 16) {
      throw malformed("fmt chunk", formatOffset, "16 bytes or more", "" + format.capacity());
    }
    int code = format.getShort(0) & 0xffff;
    if (code == EXTENSIBLE && format.capacity() == EXTENSIBLE_FORMAT_BYTES) {
      code = format.getShort(24) & 0xffff;
    }
    int channels = format.getShort(2) & 0xffff;
    long rate = format.getInt(4) & 0xffffffffL;
    int frameBytes = format.getShort(12) & 0xffff;
    int bits = format.getShort(14) & 0xffff;
    NumberEncoding encoding = NumberEncoding.littleEndian(type(code, bits, formatOffset));
    if (channels < 1 || frameBytes != channels * encoding.bytes()) {
      throw malformed(
          "block align",
          formatOffset + 12,
          "channels × %d, channels 1 or more".formatted(encoding.bytes()),
          "%d for %d channels".formatted(frameBytes, channels));
    }
    if (rate == 0) {
      throw malformed("sampling rate", formatOffset + 4, "1 Hz or more", "0");
    }
    if (bytes < 0) {
      throw malformed("data bytes", offset, "0 or more", "" + bytes);
    }
    return new WavHeader(channels, new SamplingRate(rate), encoding, offset, bytes);
  }

  private static NumberType type(int code, int bits, long offset) throws MalformedDataException {
    if (code == INTEGER) {
      switch (bits) {
        case 8 -> {
          return NumberType.UINT8;
        }
        case 16 -> {
          return NumberType.INT16;
        }
        case 24 -> {
          return NumberType.INT24;
        }
        case 32 -> {
          return NumberType.INT32;
        }
        default -> {
          // Refused below, as every other encoding is.
        }
      }
    }
    if (code == FLOAT && (bits == 32 || bits == 64)) {
      return bits == 32 ? NumberType.FLOAT32 : NumberType.FLOAT64;
    }
    throw new MalformedDataException(
        Reason.UNSUPPORTED,
        "fmt chunk",
        offset,
        "integers of 8, 16, 24 or 32 bits or floats of 32 or 64",
        "code %d of %d bits".formatted(code, bits));
  }

  private static ByteBuffer read(ByteSource source, long offset, int length, String field)
      throws MalformedDataException, IOException {
    long size = source.size();
    if (offset + length > size) {
      throw new MalformedDataException(
          size == 0 ? Reason.EMPTY : Reason.TRUNCATED,
          field,
          size,
          "%d bytes from byte %d on".formatted(length, offset),
          Math.max(0, size - offset) + " bytes");
    }
    byte[] bytes = new byte[length];
    source.read(offset, bytes, 0, length);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String tag(ByteBuffer bytes, int index) {
    return new String(bytes.array(), index, 4, US_ASCII);
  }

  private static MalformedDataException malformed(
      String field, long offset, String expected, String found) {
    return new MalformedDataException(Reason.MALFORMED, field, offset, expected, found);
  }
}
