package dev.shardline.signal.lanes;

import dev.shardline.signal.resample.Background;

/// What lies beyond the ends of a tile's signals: fills rows outside them, and takes a level off
/// rows inside where the background has one.
final class LaneBackground {
  private static final int ROW = Lanes.COUNT;

  private final Background background;
  private final int timePoints;
  private final double[][] signals;
  private final float[] levels = new float[ROW];

  LaneBackground(Background background, LaneTile tile) {
    this.background = background;
    timePoints = tile.timePoints();
    signals = new double[background == Background.ZERO ? 0 : tile.lanes()][];
    for (int lane = 0; lane < signals.length; lane++) {
      signals[lane] = widened(tile.signal(lane));
      levels[lane] = (float) background.level(signals[lane]);
    }
  }

  private static double[] widened(float[] signal) {
    double[] widened = new double[signal.length];
    for (int i = 0; i < widened.length; i++) {
      widened[i] = signal[i];
    }
    return widened;
  }

  /// Prepares `count` rows that stand for the time points from `start` on. A background of zero
  /// finds nothing to do: rows outside the signals are zero already.
  void apply(LaneRows rows, int start, int count) {
    float[] values = rows.values();
    for (int lane = 0; lane < signals.length; lane++) {
      for (int i = 0; i < count; i++) {
        int index = start + i;
        if (index < 0 || index >= timePoints) {
          values[rows.at(i) + lane] = (float) background.beyond(signals[lane], index);
        } else {
          values[rows.at(i) + lane] -= levels[lane];
        }
      }
    }
  }

  /// Puts the levels back on `count` rows.
  void restore(LaneRows rows, int count) {
    for (int lane = 0; lane < signals.length; lane++) {
      for (int i = 0; i < count; i++) {
        rows.values()[rows.at(i) + lane] += levels[lane];
      }
    }
  }
}
