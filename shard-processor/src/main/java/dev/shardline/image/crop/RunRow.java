package dev.shardline.image.crop;

import java.util.Arrays;

/// The runs of one row from left to right: even ones unset, odd ones set.
final class RunRow {
  private int size;
  private int cursor;
  private int[] firsts = new int[16];
  private int[] lasts = new int[16];
  private int[] labels = new int[16];

  void clear() {
    size = 0;
    cursor = 0;
  }

  void add(int first, int last, int label) {
    if (size == firsts.length) {
      firsts = Arrays.copyOf(firsts, size * 2);
      lasts = Arrays.copyOf(lasts, size * 2);
      labels = Arrays.copyOf(labels, size * 2);
    }
    firsts[size] = first;
    lasts[size] = last;
    labels[size] = label;
    size++;
  }

  int size() {
    return size;
  }

  int first(int run) {
    return firsts[run];
  }

  int label(int run) {
    return labels[run];
  }

  /// The label of the rightmost run so far, which encloses one that begins beside it.
  int lastLabel() {
    return size == 0 ? RunLabels.NONE : labels[size - 1];
  }

  /// The first run, set or unset as asked, that ends at `column` or later. Questions must come with
  /// columns that hardly go back, as they do from left to right along the row below.
  int firstReaching(int column, boolean set) {
    while (cursor > 0 && lasts[cursor - 1] >= column) {
      cursor--;
    }
    while (cursor < size && lasts[cursor] < column) {
      cursor++;
    }
    int parity = set ? 1 : 0;
    return (cursor & 1) == parity ? cursor : cursor + 1;
  }
}
