package dev.shardline.column;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing column of UTF-8 texts. Costs a text's bytes and four more, or no more where all texts
/// of a block of 65,536 rows have one length; a block holds at most 2 GiB.
public final class TextColumn {
  private static final int BLOCK_BITS = 16;
  private static final int BLOCK_ROWS = 1 << BLOCK_BITS;
  private static final int FIRST_CAPACITY = 1 << 10;

  private static final byte[] NO_BYTES = new byte[0];
  private static final int[] ALL_EMPTY = {0};

  private byte[][] bytes = new byte[1][];

  /// Where each text of a block ends; the length of all its texts where that is one.
  private int[][] ends = new int[1][];

  private byte[] lastBytes = NO_BYTES;
  private int[] lastEnds = ALL_EMPTY;
  private int used;
  private int size;

  /// How many rows there are.
  public int size() {
    return size;
  }

  /// Appends a text's UTF-8 bytes, which are copied.
  public void add(byte[] source, int offset, int length) {
    int row = size & (BLOCK_ROWS - 1);
    if (row == 0) {
      beginBlock(length);
    }
    if (lastEnds.length > 1 || lastEnds[0] != length) {
      reserveEnd(row);
      lastEnds[row] = used + length;
    }
    if (length > lastBytes.length - used) {
      grow(length);
    }
    System.arraycopy(source, offset, lastBytes, used, length);
    used += length;
    size++;
  }

  /// Appends a text.
  public void add(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    add(utf8, 0, utf8.length);
  }

  /// Appends a row of another column.
  public void add(TextColumn other, int row) {
    int start = other.start(row);
    add(other.bytes(row), start, other.end(row) - start);
  }

  private void beginBlock(int length) {
    trim();
    int block = size >>> BLOCK_BITS;
    if (block == bytes.length) {
      bytes = Arrays.copyOf(bytes, block * 2);
      ends = Arrays.copyOf(ends, block * 2);
    }
    used = 0;
    keep(NO_BYTES);
    keep(length == 0 ? ALL_EMPTY : new int[] {length});
  }

  private void keep(byte[] blockBytes) {
    lastBytes = blockBytes;
    bytes[size >>> BLOCK_BITS] = blockBytes;
  }

  private void keep(int[] blockEnds) {
    lastEnds = blockEnds;
    ends[size >>> BLOCK_BITS] = blockEnds;
  }

  /// Makes room for the end of a row, which is not the first.
  private void reserveEnd(int row) {
    if (lastEnds.length == 1) {
      int length = lastEnds[0];
      keep(new int[Math.max(FIRST_CAPACITY, Integer.highestOneBit(row) * 2)]);
      Arrays.setAll(lastEnds, before -> (before + 1) * length);
    } else if (row == lastEnds.length) {
      keep(Arrays.copyOf(lastEnds, row * 2));
    }
  }

  private void grow(int length) {
    int wanted = Math.max(FIRST_CAPACITY, Math.addExact(used, length));
    keep(
        Arrays.copyOf(
            lastBytes, Math.max(wanted, (int) Math.min(used * 2L, Integer.MAX_VALUE - 8))));
  }

  /// Gives back what the last block reserved and does not need. Rows may still be added.
  public void trim() {
    if (size > 0 && lastBytes.length > used) {
      lastBytes = Arrays.copyOf(lastBytes, used);
      bytes[size - 1 >>> BLOCK_BITS] = lastBytes;
    }
  }

  /// The array that holds the row's bytes, from [#start(int)] to [#end(int)]. Not to be written.
  public byte[] bytes(int row) {
    return bytes[row >>> BLOCK_BITS];
  }

  public int start(int row) {
    int inBlock = row & (BLOCK_ROWS - 1);
    int[] blockEnds = ends[row >>> BLOCK_BITS];
    if (blockEnds.length == 1) {
      return inBlock * blockEnds[0];
    }
    return inBlock == 0 ? 0 : blockEnds[inBlock - 1];
  }

  public int end(int row) {
    int inBlock = row & (BLOCK_ROWS - 1);
    int[] blockEnds = ends[row >>> BLOCK_BITS];
    return blockEnds.length == 1 ? (inBlock + 1) * blockEnds[0] : blockEnds[inBlock];
  }

  /// The length of a row's text in bytes.
  public int length(int row) {
    return end(row) - start(row);
  }

  /// A row's text.
  public String text(int row) {
    int start = start(row);
    return new String(bytes(row), start, end(row) - start, StandardCharsets.UTF_8);
  }

  /// Compares two rows by their UTF-8 bytes.
  public int compare(int first, int second) {
    return Arrays.compareUnsigned(
        bytes(first), start(first), end(first), bytes(second), start(second), end(second));
  }

  /// Whether a row holds exactly these bytes.
  public boolean equals(int row, byte[] other, int from, int to) {
    return Arrays.equals(bytes(row), start(row), end(row), other, from, to);
  }

  /// A column with these rows in this order.
  public TextColumn select(int[] rows) {
    TextColumn selected = new TextColumn();
    for (int row : rows) {
      selected.add(this, row);
    }
    selected.trim();
    return selected;
  }
}
