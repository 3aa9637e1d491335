package dev.shardline.signal.lanes;

import java.util.Arrays;

/// Lays sixteen signals side by side in rows, and rows back out into signals.
///
/// Not safe for concurrent use: it keeps scratch space.
public final class LaneTranspose {
  private static final int LENGTH = Lanes.LENGTH;

  private final TileTranspose tiles = new TileTranspose();
  private final float[][] from = new float[LENGTH][];
  private final float[][] to = new float[LENGTH][];
  private final int[] fromAt = new int[LENGTH];
  private final int[] toAt = new int[LENGTH];
  private final float[] margin = new float[LENGTH * LENGTH];

  /// Fills `count` rows: value `lane` of row `row + i` is `signals[lane][at[lane] + i]`, or zero
  /// from index `end[lane]` on.
  ///
  /// @param signals sixteen arrays, one for each lane
  /// @param rows `[row][lane]`; rows up to the next multiple of sixteen are written over
  public void gather(float[][] signals, int[] at, int[] end, int count, float[] rows, int row) {
    for (int lane = 0; lane < Lanes.COUNT; lane += LENGTH) {
      for (int start = 0; start < count; start += LENGTH) {
        for (int i = 0; i < LENGTH; i++) {
          read(i, signals[lane + i], at[lane + i] + start, end[lane + i]);
          to[i] = rows;
          toAt[i] = (row + start + i) * Lanes.COUNT + lane;
        }
        tiles.transpose(from, fromAt, to, toAt);
      }
    }
  }

  /// Points source `i` at a stretch of signal, by way of the margin where the signal ends within
  /// it.
  private void read(int i, float[] signal, int at, int end) {
    if (at + LENGTH <= end) {
      from[i] = signal;
      fromAt[i] = at;
      return;
    }
    int rest = Math.max(end - at, 0);
    from[i] = margin;
    fromAt[i] = i * LENGTH;
    if (rest > 0) {
      System.arraycopy(signal, at, margin, i * LENGTH, rest);
    }
    Arrays.fill(margin, i * LENGTH + rest, (i + 1) * LENGTH, 0);
  }

  /// Writes `count` values into each of the first `lanes` signals: `signals[lane][at[lane] + i]`
  /// becomes value `lane` of row `row + i`.
  ///
  /// @param rows `[row][lane]`; rows up to the next multiple of sixteen are read
  public void scatter(float[] rows, int row, int count, float[][] signals, int[] at, int lanes) {
    for (int lane = 0; lane < lanes; lane += LENGTH) {
      for (int start = 0; start < count; start += LENGTH) {
        int length = Math.min(LENGTH, count - start);
        for (int i = 0; i < LENGTH; i++) {
          from[i] = rows;
          fromAt[i] = (row + start + i) * Lanes.COUNT + lane;
          boolean whole = lane + i < lanes && length == LENGTH;
          to[i] = whole ? signals[lane + i] : margin;
          toAt[i] = whole ? at[lane + i] + start : i * LENGTH;
        }
        tiles.transpose(from, fromAt, to, toAt);
        for (int i = 0; i < LENGTH && lane + i < lanes && length < LENGTH; i++) {
          System.arraycopy(margin, i * LENGTH, signals[lane + i], at[lane + i] + start, length);
        }
      }
    }
  }
}
