package dev.shardline.volume.gzip;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.util.Arrays;

/// A two-level lookup table for one canonical Huffman code of a deflate block (RFC 1951, 3.2.2).
///
/// The next `rootBits` bits of the stream index the first level. An entry holds, from the lowest
/// bit: 6 bits code length; 2 unused; 4 bits count of extra bits (or of second-level index bits);
/// flags; 16 bits value. A literal has the sign bit set, so that the decoder tells it apart with
/// one comparison.
final class HuffmanTable {
  static final int LITERAL = 0x8000_0000;
  static final int SECOND_LEVEL = 0x8000;
  static final int END_OF_BLOCK = 0x4000;
  static final int INVALID = 0x2000;

  /// Any entry that is neither a literal nor a plain length or distance.
  static final int EXCEPTIONAL = SECOND_LEVEL | END_OF_BLOCK | INVALID;

  private static final int LONGEST_CODE = 15;

  final int[] entries;
  final int rootBits;
  private final int[] symbolEntries;
  private final int[] counts = new int[LONGEST_CODE + 1];
  private final int[] nextCodes = new int[LONGEST_CODE + 2];

  /// @param symbolEntries for each symbol its entry without the code length
  HuffmanTable(int rootBits, int[] symbolEntries) {
    this.rootBits = rootBits;
    this.symbolEntries = symbolEntries;
    // A second-level table of 15 - rootBits bits for each root entry would be the worst case of a
    // complete code; real codes need far fewer.
    this.entries = new int[(1 << rootBits) + (symbolEntries.length << (LONGEST_CODE - rootBits))];
  }

  /// Fills the table.
  ///
  /// @param lengths code length of each symbol, 0 for unused ones
  /// @param name what the code is for, for the message
  /// @param offset where in the file the code stands
  void build(byte[] lengths, int from, int symbols, String name, long offset)
      throws MalformedDataException {
    int longest = countLengths(lengths, from, symbols);
    checkCode(name, offset);
    Arrays.fill(entries, 0, 1 << rootBits, INVALID | 1);
    int free = 1 << rootBits;
    for (int symbol = 0; symbol < symbols; symbol++) {
      int length = lengths[from + symbol];
      if (length > 0) {
        int reversed = Integer.reverse(nextCodes[length]++) >>> (32 - length);
        if (length <= rootBits) {
          fill(0, rootBits, reversed, length, symbolEntries[symbol] | length);
        } else {
          free = fillSecondLevel(reversed, length, longest, symbolEntries[symbol], free);
        }
      }
    }
  }

  private int countLengths(byte[] lengths, int from, int symbols) {
    Arrays.fill(counts, 0);
    int longest = 0;
    for (int symbol = 0; symbol < symbols; symbol++) {
      counts[lengths[from + symbol]]++;
      longest = Math.max(longest, lengths[from + symbol]);
    }
    counts[0] = 0;
    return longest;
  }

  /// Sets the first code of each length, and refuses codes that overlap. Incomplete codes are
  /// allowed: deflate uses them for a single distance; meeting an unused code is an error later.
  private void checkCode(String name, long offset) throws MalformedDataException {
    int code = 0;
    for (int length = 1; length <= LONGEST_CODE; length++) {
      code = (code + counts[length - 1]) << 1;
      nextCodes[length] = code;
      if (code + counts[length] > 1 << length) {
        throw new MalformedDataException(
            Reason.MALFORMED, name, offset, "a prefix code", "overlapping codes");
      }
    }
  }

  private int fillSecondLevel(int reversed, int length, int longest, int entry, int free) {
    int root = reversed & ((1 << rootBits) - 1);
    int bits = longest - rootBits;
    int next = free;
    if ((entries[root] & SECOND_LEVEL) == 0) {
      entries[root] = free << 16 | SECOND_LEVEL | bits << 8 | rootBits;
      Arrays.fill(entries, free, free + (1 << bits), INVALID | 1);
      next = free + (1 << bits);
    }
    int base = entries[root] >>> 16;
    int rest = length - rootBits;
    fill(base, bits, reversed >>> rootBits, rest, entry | rest);
    return next;
  }

  private void fill(int base, int bits, int code, int length, int entry) {
    for (int i = code; i < 1 << bits; i += 1 << length) {
      entries[base + i] = entry;
    }
  }
}
