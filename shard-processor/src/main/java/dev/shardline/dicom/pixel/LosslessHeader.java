package dev.shardline.dicom.pixel;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import org.jspecify.annotations.Nullable;

/// Reads the segments before the data of a lossless JPEG of one component (ITU-T T.81, annexes B
/// and H: process 14).
final class LosslessHeader {
  private static final int START_OF_FRAME = 0xC3;
  private static final int DEFINE_HUFFMAN = 0xC4;
  private static final int START_OF_SCAN = 0xDA;
  private static final int DEFINE_RESTART = 0xDD;

  private final byte[] file;
  private final @Nullable HuffmanCodes[] tables = new HuffmanCodes[4];
  private int precision;
  private int rows;
  private int columns;
  private int restartInterval;
  private int scan;

  private LosslessHeader(byte[] file) {
    this.file = file;
  }

  static LosslessHeader read(byte[] file) throws MalformedDataException {
    LosslessHeader header = new LosslessHeader(file);
    header.walk();
    return header;
  }

  private void walk() throws MalformedDataException {
    require(byteAt(0) == 0xFF && byteAt(1) == 0xD8, 0, "a start-of-image marker");
    int place = 2;
    while (scan == 0) {
      require(byteAt(place) == 0xFF, place, "a marker");
      int marker = byteAt(place + 1);
      if (marker == 0xFF) {
        place++;
        continue;
      }
      int length = number(place + 2);
      require(length >= 2, place, "a segment of 2 bytes or more");
      byteAt(place + 1 + length);
      segment(marker, place + 4, place + 2 + length);
      place += 2 + length;
    }
    require(precision != 0, place, "a frame header before the scan");
  }

  private void segment(int marker, int content, int end) throws MalformedDataException {
    switch (marker) {
      case START_OF_FRAME -> frame(content, end);
      case DEFINE_HUFFMAN -> huffman(content, end);
      case DEFINE_RESTART -> restartInterval = number(content);
      case START_OF_SCAN -> scan(content, end);
      case 0xC0, 0xC1, 0xC2, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF, 0xF7 ->
          throw new MalformedDataException(
              Reason.UNSUPPORTED,
              "JPEG frame",
              content,
              "lossless JPEG with Huffman coding",
              "process %02x".formatted(marker));
      default -> {}
    }
  }

  private void frame(int content, int end) throws MalformedDataException {
    precision = byteAt(content);
    rows = number(content + 1);
    columns = number(content + 3);
    require(precision >= 2 && precision <= 16, content, "2 to 16 bits");
    require(byteAt(content + 5) == 1 && end == content + 9, content + 5, "one component");
  }

  private void huffman(int content, int end) throws MalformedDataException {
    int place = content;
    while (place < end) {
      int number = byteAt(place);
      require(number < tables.length, place, "a table 0 to 3");
      HuffmanCodes codes = HuffmanCodes.read(file, place + 1, end);
      tables[number] = codes;
      place += 1 + codes.length();
    }
  }

  private void scan(int content, int end) throws MalformedDataException {
    require(byteAt(content) == 1 && end == content + 6, content, "a scan of one component");
    require(predictor(content) >= 1 && predictor(content) <= 7, content + 3, "predictor 1 to 7");
    scan = content;
    require(pointTransform() < precision, content + 5, "a point transform below the precision");
  }

  private int predictor(int content) throws MalformedDataException {
    return byteAt(content + 3);
  }

  int predictor() throws MalformedDataException {
    return predictor(scan);
  }

  int pointTransform() throws MalformedDataException {
    return byteAt(scan + 5) & 15;
  }

  int precision() {
    return precision;
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  /// Pixels between restart markers; 0 for none.
  int restartInterval() {
    return restartInterval;
  }

  HuffmanCodes table() throws MalformedDataException {
    int number = byteAt(scan + 2) >> 4;
    HuffmanCodes table = number < tables.length ? tables[number] : null;
    if (table == null) {
      throw new MalformedDataException(
          Reason.MALFORMED, "JPEG frame", scan, "a Huffman table for the scan", "none");
    }
    return table;
  }

  /// Where the entropy-coded data begins.
  int dataStart() {
    return scan + 6;
  }

  private int number(int place) throws MalformedDataException {
    return byteAt(place) << 8 | byteAt(place + 1);
  }

  private int byteAt(int place) throws MalformedDataException {
    if (place >= file.length) {
      throw new MalformedDataException(
          Reason.TRUNCATED, "JPEG frame", file.length, "a whole header", "the end");
    }
    return file[place] & 0xFF;
  }

  private static void require(boolean met, int place, String expected)
      throws MalformedDataException {
    if (!met) {
      throw new MalformedDataException(
          Reason.MALFORMED, "JPEG frame", place, expected, "something else");
    }
  }
}
