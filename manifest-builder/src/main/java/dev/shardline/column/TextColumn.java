package dev.shardline.column;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A growing column of UTF-8 texts. Costs a text's bytes and four more; a block of 65,536 rows
/// holds at most 2 GiB.
public final class TextColumn {
  private static final int BLOCK_BITS = 16;
  private static final int BLOCK_ROWS = 1 << BLOCK_BITS;
  private static final int FIRST_CAPACITY = 1 << 10;

  private static final byte[] NO_BYTES = new byte[0];

  /// The ends of all blocks without a byte.
  private static final int[] ALL_EMPTY = new int[BLOCK_ROWS];

  private final List<byte[]> bytes = new ArrayList<>();
  private final List<int[]> ends = new ArrayList<>();
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
      beginBlock();
    }
    size++;
    if (length == 0 && lastEnds == ALL_EMPTY) {
      return;
    }
    reserve(row, length);
    System.arraycopy(source, offset, lastBytes, used, length);
    used += length;
    lastEnds[row] = used;
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

  private void beginBlock() {
    trim();
    lastBytes = NO_BYTES;
    lastEnds = ALL_EMPTY;
    bytes.add(lastBytes);
    ends.add(lastEnds);
    used = 0;
  }

  private void reserve(int row, int length) {
    if (lastEnds == ALL_EMPTY) {
      lastEnds = new int[Math.max(FIRST_CAPACITY, Integer.highestOneBit(row) * 2)];
      ends.set(ends.size() - 1, lastEnds);
    }
    if (length > lastBytes.length - used) {
      int wanted = Math.max(FIRST_CAPACITY, Math.addExact(used, length));
      lastBytes =
          Arrays.copyOf(
              lastBytes, Math.max(wanted, (int) Math.min(used * 2L, Integer.MAX_VALUE - 8)));
      bytes.set(bytes.size() - 1, lastBytes);
    }
    if (row == lastEnds.length) {
      lastEnds = Arrays.copyOf(lastEnds, row * 2);
      ends.set(ends.size() - 1, lastEnds);
    }
  }

  /// Gives back what the last block reserved and does not need. Rows may still be added.
  public void trim() {
    if (size > 0 && lastBytes.length > used) {
      lastBytes = Arrays.copyOf(lastBytes, used);
      bytes.set(bytes.size() - 1, lastBytes);
    }
  }

  /// The array that holds the row's bytes, from [#start(int)] to [#end(int)]. Not to be written.
  public byte[] bytes(int row) {
    return bytes.get(row >>> BLOCK_BITS);
  }

  public int start(int row) {
    int inBlock = row & (BLOCK_ROWS - 1);
    return inBlock == 0 ? 0 : ends.get(row >>> BLOCK_BITS)[inBlock - 1];
  }

  public int end(int row) {
    return ends.get(row >>> BLOCK_BITS)[row & (BLOCK_ROWS - 1)];
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
