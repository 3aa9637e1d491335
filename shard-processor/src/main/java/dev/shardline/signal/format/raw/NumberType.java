package dev.shardline.signal.format.raw;

/// How a stored number is laid out, byte order aside.
public enum NumberType {
  INT8(1),
  UINT8(1),
  INT16(2),
  UINT16(2),
  INT24(3),
  INT32(4),
  UINT32(4),
  INT64(8),
  UINT64(8),
  /// IEEE 754 binary16.
  FLOAT16(2),
  FLOAT32(4),
  FLOAT64(8);

  private final int bytes;

  NumberType(int bytes) {
    this.bytes = bytes;
  }

  /// Bytes per number.
  public int bytes() {
    return bytes;
  }
}
