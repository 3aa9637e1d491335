package dev.shardline.column;

import java.util.ArrayList;
import java.util.List;

/// A growing column of whole numbers: four bytes each, eight in blocks of 65,536 rows of which one
/// is negative or at least 4 Gi.
public final class LongColumn {
  private static final int BLOCK_BITS = 16;
  private static final int BLOCK_ROWS = 1 << BLOCK_BITS;
  private static final int[] WIDENED = new int[0];
  private static final long[] NOT_WIDENED = new long[0];

  private final List<int[]> narrow = new ArrayList<>();
  private final List<long[]> wide = new ArrayList<>();
  private int size;

  /// How many rows there are.
  public int size() {
    return size;
  }

  public void add(long value) {
    int row = size & (BLOCK_ROWS - 1);
    if (row == 0) {
      narrow.add(new int[BLOCK_ROWS]);
      wide.add(NOT_WIDENED);
    }
    if (value >>> Integer.SIZE != 0 && narrow.getLast() != WIDENED) {
      widen(row);
    }
    if (narrow.getLast() == WIDENED) {
      wide.getLast()[row] = value;
    } else {
      narrow.getLast()[row] = (int) value;
    }
    size++;
  }

  private void widen(int rows) {
    int[] before = narrow.removeLast();
    long[] block = new long[BLOCK_ROWS];
    for (int row = 0; row < rows; row++) {
      block[row] = Integer.toUnsignedLong(before[row]);
    }
    narrow.add(WIDENED);
    wide.set(wide.size() - 1, block);
  }

  public long value(int row) {
    int[] block = narrow.get(row >>> BLOCK_BITS);
    int place = row & (BLOCK_ROWS - 1);
    return block == WIDENED
        ? wide.get(row >>> BLOCK_BITS)[place]
        : Integer.toUnsignedLong(block[place]);
  }

  /// A column with these rows in this order.
  public LongColumn select(int[] rows) {
    LongColumn selected = new LongColumn();
    for (int row : rows) {
      selected.add(value(row));
    }
    return selected;
  }
}
