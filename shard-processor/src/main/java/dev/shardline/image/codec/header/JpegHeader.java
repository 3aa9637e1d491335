package dev.shardline.image.codec.header;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.nio.ByteOrder;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Walks a JPEG's marker segments (ITU-T T.81, annex B) up to its first scan.
final class JpegHeader {
  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int APP0 = 0xE0;
  private static final int APP14 = 0xEE;

  private final byte[] bytes;
  private final HeaderBytes header;
  private boolean jfif;
  private OptionalInt adobeTransform = OptionalInt.empty();
  private @Nullable JpegFrame frame;

  private JpegHeader(byte[] bytes) {
    this.bytes = bytes;
    this.header = new HeaderBytes(bytes, bytes.length, ByteOrder.BIG_ENDIAN);
  }

  /// The first frame of the file, with what the markers around it say of its colours.
  ///
  /// @throws MalformedDataException if there is none, or it is of a process that is not read
  static JpegFrame read(byte[] bytes) throws MalformedDataException {
    return new JpegHeader(bytes).walk();
  }

  /// Checks that the file's scans lead to its end-of-image marker.
  ///
  /// @throws MalformedDataException TRUNCATED if the file ends before it
  static void requireEnd(byte[] bytes) throws MalformedDataException {
    new JpegHeader(bytes).walkToEnd();
  }

  private void walkToEnd() throws MalformedDataException {
    int place = 2;
    while (true) {
      place = markerCode(place);
      int marker = header.uint8("marker", place);
      place++;
      if (marker == END_OF_IMAGE) {
        return;
      }
      if (!standsAlone(marker)) {
        place += header.uint16("segment length", place);
      }
      if (marker == START_OF_SCAN) {
        place = skipScan(place);
      }
    }
  }

  /// The place of the first marker behind a scan's entropy-coded bytes.
  private int skipScan(int start) throws MalformedDataException {
    for (int place = start; place < bytes.length - 1; place++) {
      if (bytes[place] == (byte) 0xFF) {
        int next = Byte.toUnsignedInt(bytes[place + 1]);
        if (next != 0 && next != 0xFF && !standsAlone(next)) {
          return place;
        }
      }
    }
    throw new MalformedDataException(
        Reason.TRUNCATED,
        "scan",
        start,
        "an end-of-image marker",
        "the end of the file at byte " + bytes.length);
  }

  private JpegFrame walk() throws MalformedDataException {
    int place = 2;
    while (true) {
      place = markerCode(place);
      int marker = header.uint8("marker", place);
      place++;
      if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
        return finish(place - 2);
      }
      if (!standsAlone(marker)) {
        place = segment(marker, place);
      }
    }
  }

  private JpegFrame finish(int place) throws MalformedDataException {
    if (frame == null) {
      throw new MalformedDataException(
          Reason.MALFORMED, "marker", place, "a frame header before the scan", "none");
    }
    return frame.withColours(jfif, adobeTransform);
  }

  /// The place of the marker's code, past 0xFF and fill bytes.
  private int markerCode(int place) throws MalformedDataException {
    int value = header.uint8("marker", place);
    if (value != 0xFF) {
      throw new MalformedDataException(
          Reason.MALFORMED, "marker", place, "ff", "%02x".formatted(value));
    }
    int code = place + 1;
    while (header.uint8("marker", code) == 0xFF) {
      code++;
    }
    return code;
  }

  /// Takes one segment in; gives the place behind it.
  private int segment(int marker, int place) throws MalformedDataException {
    int length = header.uint16("segment length", place);
    if (length < 2) {
      throw new MalformedDataException(
          Reason.MALFORMED, "segment length", place, "at least 2", Integer.toString(length));
    }
    header.require("segment", place, length);
    int content = place + 2;
    if (JpegFrame.startsWith(marker)) {
      frame = JpegFrame.read(header, marker, content, length - 2);
    } else if (marker == APP0 && Signature.at(bytes, content, 'J', 'F', 'I', 'F', 0)) {
      jfif = true;
    } else if (marker == APP14
        && length >= 14
        && Signature.at(bytes, content, 'A', 'd', 'o', 'b')) {
      adobeTransform = OptionalInt.of(header.uint8("Adobe transform", content + 11));
    }
    return place + length;
  }

  private static boolean standsAlone(int marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
  }
}
