package dev.shardline.image.codec.header;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.nio.ByteOrder;

/// Reads the size of a still WebP (RFC 9649, sections 2.3 to 2.7). Pictures are decoded to red,
/// green, blue; alpha is not read.
final class WebpHeader {
  private static final int FIRST_CHUNK = 12;
  private static final int PAYLOAD = FIRST_CHUNK + 8;
  private static final int VP8 = 0x20385056;
  private static final int VP8L = 0x4C385056;
  private static final int VP8X = 0x58385056;
  private static final int ANIMATION_FLAG = 0x02;

  private WebpHeader() {}

  static ImageHeader read(byte[] head, long fileLength) throws MalformedDataException {
    HeaderBytes header = new HeaderBytes(head, fileLength, ByteOrder.LITTLE_ENDIAN);
    header.requireInFile("RIFF", 8, header.uint32("RIFF size", 4));
    return switch (header.int32("first chunk", FIRST_CHUNK)) {
      case VP8 -> lossy(header);
      case VP8L -> lossless(header);
      case VP8X -> extended(header);
      default ->
          throw new MalformedDataException(
              Reason.MALFORMED, "first chunk", FIRST_CHUNK, "VP8, VP8L or VP8X", "another chunk");
    };
  }

  private static ImageHeader lossy(HeaderBytes header) throws MalformedDataException {
    if (header.uint24("VP8 start code", PAYLOAD + 3) != 0x2A019D) {
      throw new MalformedDataException(
          Reason.MALFORMED, "VP8 start code", PAYLOAD + 3, "9d 01 2a", "other bytes");
    }
    int width = header.uint16("VP8 width", PAYLOAD + 6) & 0x3FFF;
    int height = header.uint16("VP8 height", PAYLOAD + 8) & 0x3FFF;
    return image(height, width);
  }

  private static ImageHeader lossless(HeaderBytes header) throws MalformedDataException {
    if (header.uint8("VP8L signature", PAYLOAD) != 0x2F) {
      throw new MalformedDataException(
          Reason.MALFORMED, "VP8L signature", PAYLOAD, "2f", "another byte");
    }
    int packed = header.int32("VP8L size", PAYLOAD + 1);
    return image((packed >>> 14 & 0x3FFF) + 1, (packed & 0x3FFF) + 1);
  }

  private static ImageHeader extended(HeaderBytes header) throws MalformedDataException {
    int flags = header.uint8("VP8X flags", PAYLOAD);
    if ((flags & ANIMATION_FLAG) != 0) {
      throw new MalformedDataException(
          Reason.UNSUPPORTED, "VP8X flags", PAYLOAD, "a still picture", "an animation");
    }
    int width = header.uint24("VP8X canvas width", PAYLOAD + 4) + 1;
    int height = header.uint24("VP8X canvas height", PAYLOAD + 7) + 1;
    return image(height, width);
  }

  private static ImageHeader image(int height, int width) {
    return new ImageHeader(ImageFormat.WEBP, height, width, 3, 8, 1);
  }
}
