package dev.shardline.image.crop;

/// A yes or no for each pixel, 64 columns to a word, rows from top to bottom. Bits beyond the width
/// are zero.
final class BitMask {
  private final int height;
  private final int width;
  private final int rowWords;
  private final long[] words;

  BitMask(int height, int width) {
    this.height = height;
    this.width = width;
    this.rowWords = (width + 63) / 64;
    this.words = new long[Math.multiplyExact(height, rowWords)];
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  boolean at(int row, int column) {
    return (words[row * rowWords + (column >> 6)] >>> column & 1) != 0;
  }

  void set(int row, int column) {
    words[row * rowWords + (column >> 6)] |= 1L << column;
  }

  /// The first column from `from` on that is `value`, or the width.
  int next(int row, int from, boolean value) {
    for (int column = from; column < width; column = (column | 63) + 1) {
      long word = words[row * rowWords + (column >> 6)];
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
    BitMask outside = inverted().dilatedByTwo();
    return outside.inverted();
  }

  /// Adds what has a set pixel within two rows and columns around it; beyond the border none is
  /// set. The same as dilating twice with a square of 3.
  BitMask dilatedByTwo() {
    BitMask wide = new BitMask(height, width);
    for (int row = 0; row < height; row++) {
      for (int word = 0; word < rowWords; word++) {
        wide.words[row * rowWords + word] = spread(row, word);
      }
    }
    BitMask dilated = new BitMask(height, width);
    for (int row = 0; row < height; row++) {
      int last = Math.min(height - 1, row + 2);
      for (int near = Math.max(0, row - 2); near <= last; near++) {
        dilated.addRow(row, wide, near);
      }
    }
    dilated.clearBeyondWidth();
    return dilated;
  }

  /// One word, each bit joined with its two neighbours to either side.
  private long spread(int row, int word) {
    int index = row * rowWords + word;
    long here = words[index];
    long before = word == 0 ? 0 : words[index - 1];
    long after = word == rowWords - 1 ? 0 : words[index + 1];
    return here
        | (here << 1 | before >>> 63)
        | (here << 2 | before >>> 62)
        | (here >>> 1 | after << 63)
        | (here >>> 2 | after << 62);
  }

  private void addRow(int row, BitMask other, int otherRow) {
    for (int word = 0; word < rowWords; word++) {
      words[row * rowWords + word] |= other.words[otherRow * rowWords + word];
    }
  }

  private BitMask inverted() {
    BitMask inverted = new BitMask(height, width);
    for (int i = 0; i < words.length; i++) {
      inverted.words[i] = ~words[i];
    }
    inverted.clearBeyondWidth();
    return inverted;
  }

  private void clearBeyondWidth() {
    int used = width & 63;
    if (used != 0) {
      for (int row = 0; row < height; row++) {
        words[(row + 1) * rowWords - 1] &= (1L << used) - 1;
      }
    }
  }
}
