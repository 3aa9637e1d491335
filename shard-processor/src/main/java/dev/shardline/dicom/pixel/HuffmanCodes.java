package dev.shardline.dicom.pixel;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.util.Arrays;

/// A Huffman table of a lossless JPEG (ITU-T T.81, annex C): for every sixteen bits the symbol they
/// begin with.
final class HuffmanCodes {
  private static final int LONGEST = 16;
  private static final int LARGEST_SYMBOL = 16;

  private final short[] lookup = new short[1 << LONGEST];
  private final int length;

  private HuffmanCodes(int length) {
    this.length = length;
  }

  /// @param from where the sixteen counts begin
  /// @param end where the segment ends
  static HuffmanCodes read(byte[] file, int from, int end) throws MalformedDataException {
    int symbols = 0;
    for (int bits = 0; bits < LONGEST && from + bits < end; bits++) {
      symbols += file[from + bits] & 0xFF;
    }
    if (from + LONGEST + symbols > end) {
      throw malformed(from, "a whole Huffman table");
    }
    HuffmanCodes codes = new HuffmanCodes(LONGEST + symbols);
    codes.fill(file, from);
    return codes;
  }

  private void fill(byte[] file, int from) throws MalformedDataException {
    int code = 0;
    int symbol = from + LONGEST;
    for (int bits = 1; bits <= LONGEST; bits++) {
      int span = 1 << LONGEST - bits;
      for (int i = file[from + bits - 1] & 0xFF; i > 0; i--) {
        int value = file[symbol++] & 0xFF;
        if (code + span > lookup.length || value > LARGEST_SYMBOL) {
          throw malformed(from, "a Huffman table of differences");
        }
        Arrays.fill(lookup, code, code + span, (short) (value << 8 | bits));
        code += span;
      }
    }
  }

  private static MalformedDataException malformed(int place, String expected) {
    return new MalformedDataException(
        Reason.MALFORMED, "JPEG frame", place, expected, "something else");
  }

  /// Bytes that the table takes in the file.
  int length() {
    return length;
  }

  /// The symbol in the upper, the number of its bits in the lower byte; 0 if no code begins so.
  int entry(int sixteenBits) {
    return lookup[sixteenBits];
  }
}
