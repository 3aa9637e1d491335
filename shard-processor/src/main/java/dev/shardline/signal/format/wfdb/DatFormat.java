package dev.shardline.signal.format.wfdb;

import dev.shardline.signal.format.raw.NumberEncoding;
import dev.shardline.signal.format.raw.NumberType;
import java.util.Optional;

/// The formats of signal files (signal(5)). Numbers lie in blocks: whole bytes each, or bit-packed
/// together.
enum DatFormat {
  /// Differences between successive numbers of a signal.
  FORMAT_8(8, 1, 1),
  FORMAT_16(16, 1, 2),
  FORMAT_24(24, 1, 3),
  FORMAT_32(32, 1, 4),
  /// As 16, most significant byte first.
  FORMAT_61(61, 1, 2),
  /// 8 bits, offset by 128.
  FORMAT_80(80, 1, 1),
  /// 16 bits, offset by 32768.
  FORMAT_160(160, 1, 2),
  /// Two numbers of 12 bits in three bytes.
  FORMAT_212(212, 2, 3),
  /// Three numbers of 10 bits in four bytes, two words of 11 + 5 bits.
  FORMAT_310(310, 3, 4),
  /// Three numbers of 10 bits in four bytes, one after the other.
  FORMAT_311(311, 3, 4);

  private final int code;
  private final int blockNumbers;
  private final int blockBytes;

  DatFormat(int code, int blockNumbers, int blockBytes) {
    this.code = code;
    this.blockNumbers = blockNumbers;
    this.blockBytes = blockBytes;
  }

  static Optional<DatFormat> of(int code) {
    for (DatFormat format : values()) {
      if (format.code == code) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  int code() {
    return code;
  }

  /// Numbers in a block.
  int blockNumbers() {
    return blockNumbers;
  }

  /// Bytes of a block.
  int blockBytes() {
    return blockBytes;
  }

  /// The fewest bytes that hold `numbers` numbers: the last block may be cut where nothing of it is
  /// left to read.
  long bytesFor(long numbers) {
    long whole = numbers / blockNumbers * blockBytes;
    int rest = (int) (numbers % blockNumbers);
    return switch (this) {
      case FORMAT_212 -> whole + 2L * rest;
      case FORMAT_310 -> whole + (rest == 2 ? 4 : 2L * rest);
      case FORMAT_311 -> whole + (rest == 2 ? 3 : 2L * rest);
      case FORMAT_8, FORMAT_16, FORMAT_24, FORMAT_32, FORMAT_61, FORMAT_80, FORMAT_160 -> whole;
    };
  }

  /// The most numbers that `bytes` bytes hold.
  long numbersIn(long bytes) {
    long numbers = bytes / blockBytes * blockNumbers;
    while (bytesFor(numbers + 1) <= bytes) {
      numbers++;
    }
    return numbers;
  }

  /// The number that stands for "no valid number here"; NaN if there is none.
  double invalid() {
    return switch (this) {
      case FORMAT_8 -> Double.NaN;
      case FORMAT_80 -> -0x80;
      case FORMAT_310, FORMAT_311 -> -0x200;
      case FORMAT_212 -> -0x800;
      case FORMAT_16, FORMAT_61, FORMAT_160 -> -0x8000;
      case FORMAT_24 -> -0x800000;
      case FORMAT_32 -> -0x80000000L;
    };
  }

  /// Decodes whole blocks into `into`; of [#FORMAT_8] the differences.
  ///
  /// @param index of the first block's first byte
  void decode(byte[] stored, int index, int blocks, double[] into) {
    switch (this) {
      case FORMAT_8 -> encoded(NumberType.INT8, stored, index, blocks, into);
      case FORMAT_16 -> encoded(NumberType.INT16, stored, index, blocks, into);
      case FORMAT_24 -> encoded(NumberType.INT24, stored, index, blocks, into);
      case FORMAT_32 -> encoded(NumberType.INT32, stored, index, blocks, into);
      case FORMAT_61 ->
          NumberEncoding.bigEndian(NumberType.INT16).decode(stored, index, 2, blocks, into);
      case FORMAT_80 -> offset(NumberType.UINT8, 0x80, stored, index, blocks, into);
      case FORMAT_160 -> offset(NumberType.UINT16, 0x8000, stored, index, blocks, into);
      case FORMAT_212 -> BitPacked.decode212(stored, index, blocks, into);
      case FORMAT_310 -> BitPacked.decode310(stored, index, blocks, into);
      case FORMAT_311 -> BitPacked.decode311(stored, index, blocks, into);
    }
  }

  private static void encoded(NumberType type, byte[] stored, int index, int count, double[] into) {
    NumberEncoding.littleEndian(type).decode(stored, index, type.bytes(), count, into);
  }

  private static void offset(
      NumberType type, int zero, byte[] stored, int index, int count, double[] into) {
    encoded(type, stored, index, count, into);
    for (int i = 0; i < count; i++) {
      into[i] -= zero;
    }
  }
}
