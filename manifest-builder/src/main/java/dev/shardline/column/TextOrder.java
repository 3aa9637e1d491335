package dev.shardline.column;

import java.util.Arrays;

/// Sorts the rows of a text column by their UTF-8 bytes. Most of the work is done on `long`s that
/// hold a few bytes of the text and the row's place, so that texts are rarely compared whole.
public final class TextOrder {
  private static final int FEW = 24;
  private static final int PARALLEL = 1 << 16;

  private final TextColumn texts;
  private final int[] rows;

  private TextOrder(TextColumn texts, int[] rows) {
    this.texts = texts;
    this.rows = rows;
  }

  /// The rows in the order of their texts; equal texts keep the order of their rows.
  public static int[] of(TextColumn texts) {
    int[] rows = new int[texts.size()];
    Arrays.setAll(rows, row -> row);
    if (!isSorted(texts)) {
      new TextOrder(texts, rows).sort(0, rows.length, 0);
    }
    return rows;
  }

  private static boolean isSorted(TextColumn texts) {
    return rise(texts, 0);
  }

  /// Whether every row comes behind the row above it: sorted, and no two rows are equal.
  public static boolean ascends(TextColumn texts) {
    return rise(texts, -1);
  }

  /// @param most how the row above may compare
  private static boolean rise(TextColumn texts, int most) {
    return RowRanges.map(texts.size(), (from, to) -> rise(texts, from, to, most)).stream()
        .allMatch(rising -> rising);
  }

  private static boolean rise(TextColumn texts, int from, int to, int most) {
    for (int row = Math.max(1, from); row < to; row++) {
      if (Integer.signum(texts.compare(row - 1, row)) > most) {
        return false;
      }
    }
    return true;
  }

  /// The row of a text in a sorted column; if there is none, -1 minus the row it would have.
  public static int find(TextColumn sorted, byte[] text) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = low + high >>> 1;
      int order =
          Arrays.compareUnsigned(
              sorted.bytes(middle), sorted.start(middle), sorted.end(middle), text, 0, text.length);
      if (order == 0) {
        return middle;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle;
    }
    return -1 - low;
  }

  /// Sorts a range of rows whose texts share their first `depth` bytes.
  private void sort(int from, int to, int depth) {
    if (to - from <= FEW) {
      insert(from, to);
      return;
    }
    int shared = sharedPrefix(from, to, depth);
    int indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(to - from - 1);
    long[] keys = keys(from, to, shared, indexBits);
    if (keys.length >= PARALLEL) {
      Arrays.parallelSort(keys);
    } else {
      Arrays.sort(keys);
    }
    if (keys[0] >>> indexBits == keys[keys.length - 1] >>> indexBits) {
      merge(from, to); // texts that differ only in how many zero bytes they end with
      return;
    }
    arrange(from, keys, indexBits);
    sortRuns(from, keys, indexBits, shared);
  }

  /// How many bytes all texts of the range share.
  private int sharedPrefix(int from, int to, int depth) {
    int first = rows[from];
    byte[] bytes = texts.bytes(first);
    int start = texts.start(first) + depth;
    int shared = texts.end(first) - start;
    for (int i = from + 1; i < to && shared > 0; i++) {
      int row = rows[i];
      int other = texts.start(row) + depth;
      int length = Math.min(shared, texts.end(row) - other);
      int mismatch =
          Arrays.mismatch(bytes, start, start + length, texts.bytes(row), other, other + length);
      shared = mismatch < 0 ? length : mismatch;
    }
    return depth + shared;
  }

  /// The next bytes of every text above its place in the range; never negative.
  private long[] keys(int from, int to, int depth, int indexBits) {
    long[] keys = new long[to - from];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (nextBytes(rows[from + i], depth) >>> (indexBits + 1)) << indexBits | i;
    }
    return keys;
  }

  private long nextBytes(int row, int depth) {
    byte[] bytes = texts.bytes(row);
    int start = texts.start(row) + depth;
    int end = Math.min(texts.end(row), start + Long.BYTES);
    long next = 0;
    for (int i = start; i < end; i++) {
      next = next << Byte.SIZE | (bytes[i] & 0xFF);
    }
    int missing = Long.BYTES - Math.max(0, end - start);
    return missing == Long.BYTES ? 0 : next << (missing * Byte.SIZE);
  }

  private void arrange(int from, long[] keys, int indexBits) {
    int[] before = Arrays.copyOfRange(rows, from, from + keys.length);
    int mask = (1 << indexBits) - 1;
    for (int i = 0; i < keys.length; i++) {
      rows[from + i] = before[(int) keys[i] & mask];
    }
  }

  private void sortRuns(int from, long[] keys, int indexBits, int depth) {
    int start = 0;
    for (int i = 1; i <= keys.length; i++) {
      if (i == keys.length || keys[i] >>> indexBits != keys[start] >>> indexBits) {
        if (i - start > 1) {
          sort(from + start, from + i, depth);
        }
        start = i;
      }
    }
  }

  private void insert(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int row = rows[i];
      int place = i;
      while (place > from && texts.compare(rows[place - 1], row) > 0) {
        rows[place] = rows[place - 1];
        place--;
      }
      rows[place] = row;
    }
  }

  private void merge(int from, int to) {
    Integer[] boxed = new Integer[to - from];
    Arrays.setAll(boxed, i -> rows[from + i]);
    Arrays.sort(boxed, texts::compare);
    for (int i = 0; i < boxed.length; i++) {
      rows[from + i] = boxed[i];
    }
  }
}
