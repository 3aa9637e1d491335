package dev.shardline.column;

import java.util.Arrays;

/// A whole number of at least -1 for each row: one byte each where all are below 128, four bytes
/// elsewhere. Not to be changed; for many threads.
public final class CodeColumn {
  private static final int[] NOT_WIDE = new int[0];
  private static final byte[] NOT_NARROW = new byte[0];

  private final byte[] narrow;
  private final int[] wide;

  private CodeColumn(byte[] narrow, int[] wide) {
    this.narrow = narrow;
    this.wide = wide;
  }

  /// A column of these numbers; the array is taken over.
  public static CodeColumn of(int[] codes) {
    for (int code : codes) {
      if (code != (byte) code) {
        return new CodeColumn(NOT_NARROW, codes);
      }
    }
    byte[] narrow = new byte[codes.length];
    for (int row = 0; row < codes.length; row++) {
      narrow[row] = (byte) codes[row];
    }
    return new CodeColumn(narrow, NOT_WIDE);
  }

  /// How many rows there are.
  public int size() {
    return narrow.length + wide.length;
  }

  /// The number of a row.
  public int at(int row) {
    return wide.length == 0 ? narrow[row] : wide[row];
  }

  /// The numbers of all rows.
  public int[] toArray() {
    int[] codes = new int[size()];
    Arrays.setAll(codes, this::at);
    return codes;
  }

  /// A column with these rows in this order.
  public CodeColumn select(int[] rows) {
    int[] selected = new int[rows.length];
    Arrays.setAll(selected, i -> at(rows[i]));
    return of(selected);
  }
}
