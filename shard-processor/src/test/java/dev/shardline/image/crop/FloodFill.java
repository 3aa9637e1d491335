package dev.shardline.image.crop;

import dev.shardline.image.geometry.PixelBox;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The plain way to the largest filled component: flood each one, flood its outside, count the
/// rest.
final class FloodFill {
  private final int height;
  private final int width;
  private final int[] labels;

  private FloodFill(BitMask mask) {
    this.height = mask.height();
    this.width = mask.width();
    this.labels = new int[height * width];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = mask.at(i / width, i % width) ? -1 : 0;
    }
  }

  static Optional<PixelBox> largest(BitMask mask) {
    FloodFill fill = new FloodFill(mask);
    int count = fill.labelAll();
    int best = 0;
    int bestArea = 0;
    for (int label = 1; label <= count; label++) {
      int area = fill.filledArea(label);
      if (area > bestArea) {
        best = label;
        bestArea = area;
      }
    }
    return best == 0 ? Optional.empty() : Optional.of(fill.box(best));
  }

  private int labelAll() {
    int count = 0;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == -1) {
        flood(labels, i, -1, ++count, true);
      }
    }
    return count;
  }

  private int filledArea(int label) {
    int[] outside = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      outside[i] = labels[i] == label ? 1 : 0;
    }
    for (int i = 0; i < labels.length; i++) {
      boolean border = i < width || i >= labels.length - width || i % width % (width - 1) == 0;
      if (border && outside[i] == 0) {
        flood(outside, i, 0, 2, false);
      }
    }
    int area = 0;
    for (int value : outside) {
      area += value == 2 ? 0 : 1;
    }
    return area;
  }

  private void flood(int[] values, int start, int from, int to, boolean diagonal) {
    Deque<Integer> open = new ArrayDeque<>();
    values[start] = to;
    open.push(start);
    while (!open.isEmpty()) {
      int at = open.pop();
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          int y = at / width + dy;
          int x = at % width + dx;
          boolean inside = y >= 0 && y < height && x >= 0 && x < width;
          if (inside && (diagonal || dx * dy == 0) && values[y * width + x] == from) {
            values[y * width + x] = to;
            open.push(y * width + x);
          }
        }
      }
    }
  }

  private PixelBox box(int label) {
    int top = height;
    int bottom = -1;
    int left = width;
    int right = -1;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == label) {
        top = Math.min(top, i / width);
        bottom = Math.max(bottom, i / width);
        left = Math.min(left, i % width);
        right = Math.max(right, i % width);
      }
    }
    return new PixelBox(top, left, bottom - top + 1, right - left + 1);
  }
}
