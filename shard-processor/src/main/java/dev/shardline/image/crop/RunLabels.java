package dev.shardline.image.crop;

import dev.shardline.image.geometry.PixelBox;
import java.util.Arrays;
import java.util.Optional;

/// Union-find over the labels of runs, with each component's size, box and the component around it.
/// A component's own label is the smallest of its labels: that of its topmost leftmost run.
final class RunLabels {
  static final int NONE = -1;

  private int size;
  private int[] parents = new int[64];
  private int[] around = new int[64];
  private boolean[] sets = new boolean[64];
  private long[] areas = new long[64];
  private int[] tops = new int[64];
  private int[] bottoms = new int[64];
  private int[] lefts = new int[64];
  private int[] rights = new int[64];

  /// A new label inside the component that `enclosing` belongs to.
  int create(int enclosing) {
    if (size == parents.length) {
      enlarge();
    }
    parents[size] = size;
    around[size] = enclosing;
    sets[size] = false;
    areas[size] = 0;
    tops[size] = Integer.MAX_VALUE;
    bottoms[size] = -1;
    lefts[size] = Integer.MAX_VALUE;
    rights[size] = -1;
    return size++;
  }

  private void enlarge() {
    int room = size * 2;
    parents = Arrays.copyOf(parents, room);
    around = Arrays.copyOf(around, room);
    sets = Arrays.copyOf(sets, room);
    areas = Arrays.copyOf(areas, room);
    tops = Arrays.copyOf(tops, room);
    bottoms = Arrays.copyOf(bottoms, room);
    lefts = Arrays.copyOf(lefts, room);
    rights = Arrays.copyOf(rights, room);
  }

  /// Makes two labels one component; gives its own label.
  int join(int one, int other) {
    int first = find(one);
    int second = find(other);
    int own = Math.min(first, second);
    parents[Math.max(first, second)] = own;
    return own;
  }

  /// Adds a run to the component of a label.
  void grow(int label, boolean set, int row, int first, int last) {
    sets[label] = set;
    areas[label] += last - first + 1L;
    tops[label] = Math.min(tops[label], row);
    bottoms[label] = Math.max(bottoms[label], row);
    lefts[label] = Math.min(lefts[label], first);
    rights[label] = Math.max(rights[label], last);
  }

  private int find(int label) {
    int root = label;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  /// The box of the set component with the largest filled area. Called once, at the end.
  Optional<PixelBox> largest() {
    gatherLabels();
    gatherEnclosed();
    int largest = NONE;
    for (int label = 0; label < size; label++) {
      boolean candidate = parents[label] == label && sets[label];
      if (candidate && (largest == NONE || areas[label] > areas[largest])) {
        largest = label;
      }
    }
    return largest == NONE ? Optional.empty() : Optional.of(box(largest));
  }

  private void gatherLabels() {
    for (int label = 0; label < size; label++) {
      int own = find(label);
      if (own != label) {
        areas[own] += areas[label];
        tops[own] = Math.min(tops[own], tops[label]);
        bottoms[own] = Math.max(bottoms[own], bottoms[label]);
        lefts[own] = Math.min(lefts[own], lefts[label]);
        rights[own] = Math.max(rights[own], rights[label]);
      }
    }
  }

  /// A component's label is larger than that of the component around it.
  private void gatherEnclosed() {
    for (int label = size - 1; label >= 0; label--) {
      if (parents[label] == label && around[label] != NONE) {
        areas[find(around[label])] += areas[label];
      }
    }
  }

  private PixelBox box(int label) {
    return new PixelBox(
        tops[label],
        lefts[label],
        bottoms[label] - tops[label] + 1,
        rights[label] - lefts[label] + 1);
  }
}
