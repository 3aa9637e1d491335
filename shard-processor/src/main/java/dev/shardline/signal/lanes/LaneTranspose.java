package dev.shardline.signal.lanes;

import java.util.Arrays;

/// Lays sixteen signals side by side in rows, and rows back out into signals.
///
/// Not safe for concurrent use: it keeps scratch space.
final class LaneTranspose {
  private static final int LENGTH = Lanes.LENGTH;

  private final TileTranspose tile = new TileTranspose();
  private final float[] margin = new float[LENGTH * LENGTH];

  /// Fills `count` rows: value `lane` of row `i` from `row` on is `signals[lane][at[lane] + i]`, or
  /// zero before index 0 and from index `end[lane]` on.
  ///
  /// @param signals sixteen arrays, one for each lane
  /// @param rows `[row][lane]`; rows up to the next multiple of sixteen are written over
  void gather(float[][] signals, int[] at, int[] end, int count, float[] rows, int row) {
    for (int lane = 0; lane < Lanes.COUNT; lane += LENGTH) {
      gather(signals, at, end, lane, count, rows, row * Lanes.COUNT + lane, Lanes.COUNT);
    }
  }

  /// As the other for the lanes of one vector, from `lane` on, in rows of their own.
  ///
  /// @param rows `[row][lane of the vector]`
  void gatherVector(
      float[][] signals, int[] at, int[] end, int lane, int count, float[] rows, int row) {
    gather(signals, at, end, lane, count, rows, row * LENGTH, LENGTH);
  }

  private void gather(
      float[][] signals, int[] at, int[] end, int lane, int count, float[] rows, int to, int step) {
    for (int start = 0; start < count; start += LENGTH) {
      if (isInside(at, end, lane, start)) {
        tile.take(signals, lane, at, start);
      } else {
        fillMargin(signals, at, end, lane, start);
        tile.take(margin, 0, LENGTH);
      }
      tile.put(rows, to + start * step, step);
    }
  }

  private static boolean isInside(int[] at, int[] end, int lane, int start) {
    for (int i = lane; i < lane + LENGTH; i++) {
      if (at[i] + start < 0 || at[i] + start + LENGTH > end[i]) {
        return false;
      }
    }
    return true;
  }

  private void fillMargin(float[][] signals, int[] at, int[] end, int lane, int start) {
    Arrays.fill(margin, 0);
    for (int i = 0; i < LENGTH; i++) {
      int from = at[lane + i] + start;
      int first = Math.max(from, 0);
      int last = Math.min(from + LENGTH, end[lane + i]);
      if (first < last) {
        System.arraycopy(signals[lane + i], first, margin, i * LENGTH + first - from, last - first);
      }
    }
  }

  /// Writes `count` values into each of the first `lanes` signals: `signals[lane][at[lane] + i]`
  /// becomes value `lane` of row `row + i`.
  ///
  /// @param rows `[row][lane]`; rows up to the next multiple of sixteen are read
  void scatter(float[] rows, int row, int count, float[][] signals, int[] at, int lanes) {
    for (int lane = 0; lane < lanes; lane += LENGTH) {
      for (int start = 0; start < count; start += LENGTH) {
        tile.take(rows, (row + start) * Lanes.COUNT + lane, Lanes.COUNT);
        if (lane + LENGTH <= lanes && start + LENGTH <= count) {
          tile.put(signals, lane, at, start);
        } else {
          tile.put(margin, 0, LENGTH);
          int length = Math.min(LENGTH, count - start);
          for (int i = 0; i < LENGTH && lane + i < lanes; i++) {
            System.arraycopy(margin, i * LENGTH, signals[lane + i], at[lane + i] + start, length);
          }
        }
      }
    }
  }
}
