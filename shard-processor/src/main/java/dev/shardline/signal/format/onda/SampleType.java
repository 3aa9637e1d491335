package dev.shardline.signal.format.onda;

import dev.shardline.signal.format.raw.NumberEncoding;
import dev.shardline.signal.format.raw.NumberType;
import java.util.Locale;
import java.util.Optional;

/// The number types of Onda, little-endian.
public enum SampleType {
  INT8(NumberType.INT8, -0x1p7, 0x1p7 - 1),
  INT16(NumberType.INT16, -0x1p15, 0x1p15 - 1),
  INT32(NumberType.INT32, -0x1p31, 0x1p31 - 1),
  INT64(NumberType.INT64, -0x1p63, 0x1p63),
  UINT8(NumberType.UINT8, 0, 0x1p8 - 1),
  UINT16(NumberType.UINT16, 0, 0x1p16 - 1),
  UINT32(NumberType.UINT32, 0, 0x1p32 - 1),
  UINT64(NumberType.UINT64, 0, 0x1p64),
  FLOAT32(NumberType.FLOAT32, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
  FLOAT64(NumberType.FLOAT64, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  private final NumberEncoding encoding;
  private final double least;
  private final double most;

  SampleType(NumberType type, double least, double most) {
    this.encoding = NumberEncoding.littleEndian(type);
    this.least = least;
    this.most = most;
  }

  /// As the signal table has it: `int16`.
  public String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<SampleType> ofTableName(String name) {
    for (SampleType type : values()) {
      if (type.tableName().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  public NumberEncoding encoding() {
    return encoding;
  }

  boolean isFloating() {
    return this == FLOAT32 || this == FLOAT64;
  }

  /// The smallest number as a double.
  double least() {
    return least;
  }

  /// The largest number as a double, rounded up where a double cannot hold it.
  double most() {
    return most;
  }
}
