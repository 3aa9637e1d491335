package dev.shardline.image.codec.jpeg;

import java.util.Arrays;

/// A Huffman table (ITU-T T.81, annex C) as lookups on the next [#LOOKUP_BITS] bits. Where a code
/// and the value bits behind it fit, one lookup gives run, value and length.
///
/// An entry of the lookup is one of:
/// - a whole coefficient: value << 16 | run << 8 | bits consumed (code and value)
/// - a symbol, flagged by [#SYMBOL]: size << 16 | run << 8 | SYMBOL | bits consumed (code)
/// - [#LONGER]: the code has more bits than the lookup
final class HuffmanTable {
  static final int LOOKUP_BITS = 10;
  static final int SYMBOL = 0x40;
  static final int LONGER = 0;

  private static final int LONGEST_CODE = 16;
  private static final int COUNTS = 16;

  private final int[] lookup = new int[1 << LOOKUP_BITS];
  private final int[] largestCodes = new int[LONGEST_CODE + 1];
  private final int[] valueOffsets = new int[LONGEST_CODE + 1];
  private final byte[] symbols;

  /// @param specification sixteen counts, then the symbols, as in the file
  /// @param largestSize the most value bits a symbol may ask for
  /// @throws DeclinedException if the counts make no prefix code, or a symbol is too large
  HuffmanTable(byte[] specification, int largestSize) throws DeclinedException {
    symbols = Arrays.copyOfRange(specification, COUNTS, specification.length);
    int code = 0;
    int next = 0;
    for (int length = 1; length <= LONGEST_CODE; length++) {
      int count = specification[length - 1] & 0xFF;
      DeclinedException.unless(code + count <= 1 << length, "no prefix code");
      valueOffsets[length] = next - code;
      for (int i = 0; i < count; i++, code++, next++) {
        int symbol = symbols[next] & 0xFF;
        DeclinedException.unless((symbol & 15) <= largestSize, "too many value bits");
        if (length <= LOOKUP_BITS) {
          enter(code, length, symbol);
        }
      }
      largestCodes[length] = count == 0 ? -1 : code - 1;
      code <<= 1;
    }
  }

  private void enter(int code, int length, int symbol) {
    int run = symbol >> 4;
    int size = symbol & 15;
    int rest = LOOKUP_BITS - length;
    int first = code << rest;
    Arrays.fill(lookup, first, first + (1 << rest), size << 16 | run << 8 | SYMBOL | length);
    if (size == 0 || size > rest) {
      return;
    }
    int free = rest - size;
    for (int bits = 0; bits < 1 << size; bits++) {
      int entry = extended(bits, size) << 16 | run << 8 | (length + size);
      int start = first + (bits << free);
      Arrays.fill(lookup, start, start + (1 << free), entry);
    }
  }

  /// The value that `size` bits stand for (T.81, F.2.2.1 EXTEND).
  static int extended(int bits, int size) {
    return bits < 1 << (size - 1) ? bits - (1 << size) + 1 : bits;
  }

  /// The entries for every sequence of [#LOOKUP_BITS] bits; not to be changed.
  int[] lookup() {
    return lookup;
  }

  /// The symbol entry of a code longer than the lookup.
  ///
  /// @param bits the next sixteen bits
  /// @return as the lookup gives it; [#LONGER] if no code begins so
  int longEntry(int bits) {
    for (int length = LOOKUP_BITS + 1; length <= LONGEST_CODE; length++) {
      int code = bits >>> (LONGEST_CODE - length);
      if (code <= largestCodes[length]) {
        int symbol = symbols[valueOffsets[length] + code] & 0xFF;
        return (symbol & 15) << 16 | (symbol >> 4) << 8 | SYMBOL | length;
      }
    }
    return LONGER;
  }
}
