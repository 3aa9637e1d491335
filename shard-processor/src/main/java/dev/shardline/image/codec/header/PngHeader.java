package dev.shardline.image.codec.header;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/// Reads PNG's IHDR and checks that the chunks reach IEND undamaged (PNG specification, third
/// edition, sections 5 and 11.2.1). A transparency chunk (tRNS) gives no alpha channel.
public final class PngHeader {
  private static final int FIRST_CHUNK = 8;
  private static final int CHUNK_OVERHEAD = 12;
  private static final int IHDR = 0x49484452;
  private static final int IEND = 0x49454E44;

  private PngHeader() {}

  static ImageHeader read(byte[] bytes) throws MalformedDataException {
    HeaderBytes header = new HeaderBytes(bytes, bytes.length, ByteOrder.BIG_ENDIAN);
    if (header.int32("IHDR", FIRST_CHUNK + 4) != IHDR || header.int32("IHDR", FIRST_CHUNK) != 13) {
      throw new MalformedDataException(
          Reason.MALFORMED, "first chunk", FIRST_CHUNK, "IHDR of 13 bytes", "another chunk");
    }
    header.require("IHDR", FIRST_CHUNK, 13 + CHUNK_OVERHEAD);
    int width = header.extent("IHDR width", 16);
    int height = header.extent("IHDR height", 20);
    int bits = header.uint8("IHDR bit depth", 24);
    int colourType = header.uint8("IHDR colour type", 25);
    int channels = channels(colourType);
    requireDepth(bits, colourType);
    return new ImageHeader(ImageFormat.PNG, height, width, channels, Math.max(8, bits), 1);
  }

  private static int channels(int colourType) throws MalformedDataException {
    return switch (colourType) {
      case 0 -> 1;
      case 2, 3 -> 3;
      case 4 -> 2;
      case 6 -> 4;
      default ->
          throw new MalformedDataException(
              Reason.MALFORMED, "IHDR colour type", 25, "0, 2, 3, 4 or 6", "" + colourType);
    };
  }

  private static void requireDepth(int bits, int colourType) throws MalformedDataException {
    boolean allowed =
        switch (bits) {
          case 1, 2, 4 -> colourType == 0 || colourType == 3;
          case 8 -> true;
          case 16 -> colourType != 3;
          default -> false;
        };
    if (!allowed) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "IHDR bit depth",
          24,
          "a depth that colour type " + colourType + " allows",
          Integer.toString(bits));
    }
  }

  /// Checks lengths and checksums of all chunks up to IEND.
  ///
  /// @throws MalformedDataException TRUNCATED if the file ends before IEND, MALFORMED if a critical
  ///   chunk's checksum is wrong
  public static void requireWhole(byte[] bytes) throws MalformedDataException {
    HeaderBytes header = new HeaderBytes(bytes, bytes.length, ByteOrder.BIG_ENDIAN);
    long chunk = FIRST_CHUNK;
    while (true) {
      long length = header.uint32("chunk length", chunk);
      header.require("chunk", chunk, length + CHUNK_OVERHEAD);
      requireChecksum(bytes, header, (int) chunk, (int) length);
      if (header.int32("chunk type", chunk + 4) == IEND) {
        return;
      }
      chunk += length + CHUNK_OVERHEAD;
    }
  }

  private static void requireChecksum(byte[] bytes, HeaderBytes header, int chunk, int length)
      throws MalformedDataException {
    boolean critical = (bytes[chunk + 4] & 0x20) == 0;
    CRC32 checksum = new CRC32();
    checksum.update(bytes, chunk + 4, length + 4);
    long stated = header.uint32("chunk checksum", chunk + 8L + length);
    if (critical && stated != checksum.getValue()) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "chunk checksum",
          chunk + 8L + length,
          "%08x".formatted(checksum.getValue()),
          "%08x".formatted(stated));
    }
  }
}
