package dev.shardline.volume.dicom;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Decodes one RLE frame (PS3.5, Annex G): a segment for each byte of a pixel, the highest first.
final class RleFrame {
  /// Two bytes of a run stand for at most 128.
  static final long LARGEST_RATIO = 64;

  private static final int HEADER = 64;

  private RleFrame() {}

  /// @param pixels how many pixels the frame has
  /// @param bytesPerPixel 1 or 2
  /// @return the pixels, little-endian
  static byte[] decode(byte[] file, DicomElement fragment, int pixels, int bytesPerPixel)
      throws MalformedDataException {
    if (fragment.length() < HEADER) {
      throw truncated(fragment.offset(), HEADER, fragment.length());
    }
    ByteBuffer header =
        ByteBuffer.wrap(file, fragment.offset(), HEADER).slice().order(ByteOrder.LITTLE_ENDIAN);
    int segments = header.getInt(0);
    if (segments != bytesPerPixel) {
      throw new MalformedDataException(
          Reason.MALFORMED, "RLE segments", fragment.offset(), bytesPerPixel + "", segments + "");
    }
    byte[] out = new byte[pixels * bytesPerPixel];
    int end = fragment.offset() + fragment.length();
    for (int segment = 0; segment < segments; segment++) {
      long start = header.getInt(4 + 4 * segment) & 0xFFFF_FFFFL;
      if (start < HEADER || start > fragment.length()) {
        throw truncated(fragment.offset(), start, fragment.length());
      }
      int at = fragment.offset() + (int) start;
      decodeSegment(file, at, end, out, bytesPerPixel - 1 - segment, bytesPerPixel);
    }
    return out;
  }

  private static void decodeSegment(byte[] file, int from, int end, byte[] out, int first, int step)
      throws MalformedDataException {
    int at = from;
    int to = first;
    while (to < out.length) {
      if (at >= end) {
        throw truncated(at, 1, 0);
      }
      int control = file[at++];
      int count = control >= 0 ? control + 1 : 1 - control;
      boolean literal = control >= 0;
      if (control == -128) {
        continue;
      }
      if (at + (literal ? count : 1) > end) {
        throw truncated(at, count, end - at);
      }
      for (int i = 0; i < count && to < out.length; i++) {
        out[to] = file[literal ? at + i : at];
        to += step;
      }
      at += literal ? count : 1;
    }
  }

  private static MalformedDataException truncated(int offset, long expected, long found) {
    return new MalformedDataException(
        Reason.TRUNCATED, "RLE data", offset, expected + " bytes", found + "");
  }
}
