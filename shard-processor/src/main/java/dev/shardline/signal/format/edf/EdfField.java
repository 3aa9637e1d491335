package dev.shardline.signal.format.edf;

/// The fields of the header: name, place and width, as the specification has them.
enum EdfField {
  VERSION("version", 0, 8),
  START_DATE("startdate of recording", 168, 8),
  START_TIME("starttime of recording", 176, 8),
  HEADER_BYTES("number of bytes in header record", 184, 8),
  RESERVED("reserved", 192, 44),
  RECORD_COUNT("number of data records", 236, 8),
  RECORD_SECONDS("duration of a data record", 244, 8),
  SIGNAL_COUNT("number of signals", 252, 4),
  LABEL("label", 0, 16),
  UNIT("physical dimension", 96, 8),
  PHYSICAL_MINIMUM("physical minimum", 104, 8),
  PHYSICAL_MAXIMUM("physical maximum", 112, 8),
  DIGITAL_MINIMUM("digital minimum", 120, 8),
  DIGITAL_MAXIMUM("digital maximum", 128, 8),
  VALUES_PER_RECORD("number of samples in each data record", 216, 8);

  /// The part about the file, and the part about each signal, have this many bytes.
  static final int PART_BYTES = 256;

  private final String title;
  private final int start;
  private final int width;

  EdfField(String title, int start, int width) {
    this.title = title;
    this.start = start;
    this.width = width;
  }

  String title() {
    return title;
  }

  int width() {
    return width;
  }

  /// Byte offset of a field about the file.
  int offset() {
    return start;
  }

  /// Byte offset of a field about a signal. The header holds one field of all signals, then the
  /// next field of all signals; `start` is where the field would be, were there one signal.
  int offset(int signal, int signalCount) {
    return PART_BYTES + start * signalCount + signal * width;
  }

  static long headerBytes(int signalCount) {
    return (long) PART_BYTES * (signalCount + 1);
  }
}
