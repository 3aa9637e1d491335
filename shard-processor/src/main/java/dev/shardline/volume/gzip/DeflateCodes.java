package dev.shardline.volume.gzip;

import java.util.Arrays;

/// The alphabets of deflate (RFC 1951, 3.2.5 to 3.2.7) as entries for a [HuffmanTable].
final class DeflateCodes {
  static final int END_SYMBOL = 256;
  static final int LITERAL_SYMBOLS = 288;
  static final int DISTANCE_SYMBOLS = 32;
  static final int LENGTH_CODE_SYMBOLS = 19;

  /// The order in which code length code lengths are stored.
  static final byte[] LENGTH_CODE_ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  /// Code lengths of the fixed codes: literals first, then distances.
  static final byte[] FIXED_LENGTHS = fixedLengths();

  private static final int FIRST_LENGTH_SYMBOL = 257;
  private static final int LAST_LENGTH_SYMBOL = 285;
  private static final int LAST_DISTANCE_SYMBOL = 29;

  private DeflateCodes() {}

  /// Literals, the end of the block, and match lengths 3 to 258.
  static int[] literalEntries() {
    int[] entries = new int[LITERAL_SYMBOLS];
    Arrays.fill(entries, HuffmanTable.INVALID);
    for (int symbol = 0; symbol < END_SYMBOL; symbol++) {
      entries[symbol] = HuffmanTable.LITERAL | symbol << 16;
    }
    entries[END_SYMBOL] = HuffmanTable.END_OF_BLOCK;
    int length = 3;
    for (int symbol = FIRST_LENGTH_SYMBOL; symbol < LAST_LENGTH_SYMBOL; symbol++) {
      int extra = Math.max(0, (symbol - FIRST_LENGTH_SYMBOL) / 4 - 1);
      entries[symbol] = length << 16 | extra << 8;
      length += 1 << extra;
    }
    entries[LAST_LENGTH_SYMBOL] = 258 << 16;
    return entries;
  }

  /// Distances 1 to 32768.
  static int[] distanceEntries() {
    int[] entries = new int[DISTANCE_SYMBOLS];
    Arrays.fill(entries, HuffmanTable.INVALID);
    int distance = 1;
    for (int symbol = 0; symbol <= LAST_DISTANCE_SYMBOL; symbol++) {
      int extra = Math.max(0, symbol / 2 - 1);
      entries[symbol] = distance << 16 | extra << 8;
      distance += 1 << extra;
    }
    return entries;
  }

  /// Symbols of the code that code lengths are written in.
  static int[] lengthCodeEntries() {
    int[] entries = new int[LENGTH_CODE_SYMBOLS];
    for (int symbol = 0; symbol < LENGTH_CODE_SYMBOLS; symbol++) {
      entries[symbol] = symbol << 16;
    }
    return entries;
  }

  private static byte[] fixedLengths() {
    byte[] lengths = new byte[LITERAL_SYMBOLS + DISTANCE_SYMBOLS];
    Arrays.fill(lengths, 0, 144, (byte) 8);
    Arrays.fill(lengths, 144, 256, (byte) 9);
    Arrays.fill(lengths, 256, 280, (byte) 7);
    Arrays.fill(lengths, 280, LITERAL_SYMBOLS, (byte) 8);
    Arrays.fill(lengths, LITERAL_SYMBOLS, lengths.length, (byte) 5);
    return lengths;
  }
}
