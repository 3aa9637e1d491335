package dev.shardline.image.codec.header;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.nio.ByteOrder;

/// Reads a BMP's file and information headers (Windows BITMAPFILEHEADER, BITMAPCOREHEADER and
/// BITMAPINFOHEADER and later). Pictures are decoded to red, green, blue; alpha is not read.
final class BmpHeader {
  private static final int CORE_HEADER = 12;
  private static final int INFO_HEADER = 40;
  private static final int UNCOMPRESSED = 0;
  private static final int BIT_FIELDS = 3;

  private BmpHeader() {}

  static ImageHeader read(byte[] head, long fileLength) throws MalformedDataException {
    HeaderBytes header = new HeaderBytes(head, fileLength, ByteOrder.LITTLE_ENDIAN);
    long size = header.uint32("biSize", 14);
    if (size != CORE_HEADER && (size < INFO_HEADER || size > 1024)) {
      throw new MalformedDataException(
          Reason.MALFORMED, "biSize", 14, "12, or 40 and more", Long.toString(size));
    }
    boolean core = size == CORE_HEADER;
    int width = core ? header.uint16("bcWidth", 18) : header.int32("biWidth", 18);
    int height = core ? header.uint16("bcHeight", 20) : topDown(header.int32("biHeight", 22));
    int bits = header.uint16("biBitCount", core ? 24 : 28);
    int compression = core ? UNCOMPRESSED : header.int32("biCompression", 30);
    requireSupported(bits, compression);
    ImageHeader image = new ImageHeader(ImageFormat.BMP, height, width, 3, 8, 1);
    if (compression == UNCOMPRESSED || compression == BIT_FIELDS) {
      long rowBytes = ((long) width * bits + 31) / 32 * 4;
      header.requireInFile(
          "pixels", header.uint32("bfOffBits", 10), Math.max(0, rowBytes) * height);
    }
    return image;
  }

  /// A negative height means that the first row is the top one.
  private static int topDown(int height) throws MalformedDataException {
    if (height == Integer.MIN_VALUE) {
      throw new MalformedDataException(
          Reason.MALFORMED, "biHeight", 22, "a number of rows", Integer.toString(height));
    }
    return Math.abs(height);
  }

  private static void requireSupported(int bits, int compression) throws MalformedDataException {
    boolean depth = bits == 1 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32;
    if (!depth) {
      throw new MalformedDataException(
          Reason.MALFORMED, "biBitCount", 28, "1, 4, 8, 16, 24 or 32", Integer.toString(bits));
    }
    if (compression < 0 || compression > BIT_FIELDS) {
      throw new MalformedDataException(
          Reason.UNSUPPORTED,
          "biCompression",
          30,
          "none, RLE8, RLE4 or bit fields (0 to 3)",
          Integer.toString(compression));
    }
  }
}
