package dev.shardline.image.crop;

/// A yes or no for each pixel, 64 columns to a word, rows from top to bottom.
///
/// Two rows of zeros lie above and below and a word of zeros behind each row, so that neighbours
/// can be looked at without asking whether there are any. Bits beyond the width are zero.
final class BitMask {
  private static final int MARGIN = 2;

  private final int height;
  private final int width;
  private final int usedWords;
  private final int rowWords;
  private final long[] words;

  BitMask(int height, int width) {
    this.height = height;
    this.width = width;
    this.usedWords = (width + Long.SIZE - 1) / Long.SIZE;
    this.rowWords = usedWords + 1;
    this.words = new long[Math.multiplyExact(height + 2 * MARGIN, rowWords)];
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  boolean at(int row, int column) {
    return (words[index(row, column)] >>> column & 1) != 0;
  }

  void set(int row, int column) {
    words[index(row, column)] |= 1L << column;
  }

  private int index(int row, int column) {
    return (row + MARGIN) * rowWords + (column >> 6);
  }

  /// Columns including those beyond the width that the last word of a row has.
  int rowBits() {
    return usedWords * Long.SIZE;
  }

  /// Sets sixty-four pixels of a row from a column that is a multiple of sixty-four; columns beyond
  /// the width are left out.
  void setWord(int row, int column, long bits) {
    int left = width - column;
    words[index(row, column)] = left < Long.SIZE ? bits & (1L << left) - 1 : bits;
  }

  /// The first column from `from` on that is `value`, or the width.
  int next(int row, int from, boolean value) {
    for (int column = from; column < width; column = (column | 63) + 1) {
      long word = words[index(row, column)];
      long rest = (value ? word : ~word) >>> column;
      if (rest != 0) {
        return Math.min(width, column + Long.numberOfTrailingZeros(rest));
      }
    }
    return width;
  }

  /// Keeps what has only set pixels within two rows and columns around it; beyond the border all
  /// counts as set. The same as eroding twice with a square of 3.
  BitMask erodedByTwo() {
    return inverted().dilatedByTwo().inverted();
  }

  /// Adds what has a set pixel within two rows and columns around it; beyond the border none is
  /// set. The same as dilating twice with a square of 3.
  BitMask dilatedByTwo() {
    BitMask wide = new BitMask(height, width);
    spread(words, wide.words, 1);
    BitMask dilated = new BitMask(height, width);
    gather(wide.words, dilated.words, rowWords);
    dilated.clearMargins();
    return dilated;
  }

  /// Joins each bit with its two neighbours to either side.
  private static void spread(long[] from, long[] to, int margin) {
    for (int i = margin; i < from.length - margin; i++) {
      long here = from[i];
      long before = from[i - 1];
      long after = from[i + 1];
      to[i] =
          here
              | (here << 1 | before >>> 63)
              | (here << 2 | before >>> 62)
              | (here >>> 1 | after << 63)
              | (here >>> 2 | after << 62);
    }
  }

  /// Joins each word with those of two rows above and below.
  private static void gather(long[] from, long[] to, int row) {
    for (int i = MARGIN * row; i < from.length - MARGIN * row; i++) {
      to[i] = from[i] | from[i - row] | from[i + row] | from[i - 2 * row] | from[i + 2 * row];
    }
  }

  private BitMask inverted() {
    BitMask inverted = new BitMask(height, width);
    for (int i = MARGIN * rowWords; i < words.length - MARGIN * rowWords; i++) {
      inverted.words[i] = ~words[i];
    }
    inverted.clearMargins();
    return inverted;
  }

  private void clearMargins() {
    long used = (width & 63) == 0 ? -1 : (1L << width) - 1;
    for (int row = MARGIN; row < height + MARGIN; row++) {
      words[row * rowWords + usedWords - 1] &= used;
      words[row * rowWords + usedWords] = 0;
    }
  }
}
