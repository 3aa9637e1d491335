package dev.shardline.column;

import java.util.ArrayList;
import java.util.List;

/// A growing column of whole numbers, eight bytes each.
public final class LongColumn {
  private static final int BLOCK_BITS = 16;
  private static final int BLOCK_ROWS = 1 << BLOCK_BITS;

  private final List<long[]> blocks = new ArrayList<>();
  private int size;

  /// How many rows there are.
  public int size() {
    return size;
  }

  public void add(long value) {
    int row = size & (BLOCK_ROWS - 1);
    if (row == 0) {
      blocks.add(new long[BLOCK_ROWS]);
    }
    blocks.getLast()[row] = value;
    size++;
  }

  public long value(int row) {
    return blocks.get(row >>> BLOCK_BITS)[row & (BLOCK_ROWS - 1)];
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
