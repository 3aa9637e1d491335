package dev.shardline.dicom.pixel;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Decodes one RLE frame (PS3.5, Annex G): a segment for each byte of a pixel, the highest first.
final class RleFrame {
  private static final int HEADER = 64;

  private RleFrame() {}

  /// @param frame the frame's fragments, joined
  /// @param pixels how many pixels the frame has
  /// @param bytesPerPixel 1 or 2
  /// @return the pixels, little-endian
  static byte[] decode(byte[] frame, int pixels, int bytesPerPixel) throws MalformedDataException {
    if (frame.length < HEADER) {
      throw truncated(0, HEADER, frame.length);
    }
    ByteBuffer header = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
    int segments = header.getInt(0);
    if (segments != bytesPerPixel) {
      throw new MalformedDataException(
          Reason.MALFORMED, "RLE segments", 0, bytesPerPixel + "", segments + "");
    }
    byte[] out = new byte[pixels * bytesPerPixel];
    for (int segment = 0; segment < segments; segment++) {
      long start = header.getInt(4 + 4 * segment) & 0xFFFF_FFFFL;
      if (start < HEADER || start > frame.length) {
        throw truncated(0, start, frame.length);
      }
      decodeSegment(
          frame, (int) start, frame.length, out, bytesPerPixel - 1 - segment, bytesPerPixel);
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
