package dev.shardline.signal.lanes;

import java.util.Arrays;

/// Up to sixteen neighbouring signals of one length, one for each lane; spare lanes read as zeros
/// and are not written.
final class LaneTile {
  private final float[][] signals = new float[Lanes.COUNT][];
  private final int[] at = new int[Lanes.COUNT];
  private final int[] end = new int[Lanes.COUNT];
  private final int lanes;

  private LaneTile(float[][] all, int first, int lanes) {
    this.lanes = lanes;
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      signals[lane] = all[first + Math.min(lane, lanes - 1)];
      end[lane] = lane < lanes ? signals[lane].length : 0;
    }
  }

  /// The signals from `first` on.
  static LaneTile of(float[][] all, int first) {
    return new LaneTile(all, first, Math.min(Lanes.COUNT, all.length - first));
  }

  /// As many new signals, also put into `all` from `first` on.
  LaneTile renewed(float[][] all, int first, int timePoints) {
    for (int lane = 0; lane < lanes; lane++) {
      all[first + lane] = new float[timePoints];
    }
    return new LaneTile(all, first, lanes);
  }

  int lanes() {
    return lanes;
  }

  int timePoints() {
    return signals[0].length;
  }

  float[] signal(int lane) {
    return signals[lane];
  }

  /// Lays `count` time points from `start` on into the first rows; zeros outside the signals.
  void gather(int start, int count, float[] rows) {
    Arrays.fill(at, start);
    LaneTranspose.gather(signals, at, end, count, rows, 0);
  }

  /// Writes `count` rows from `row` on to the time points from `start` on.
  void scatter(float[] rows, int row, int start, int count) {
    Arrays.fill(at, start);
    LaneTranspose.scatter(rows, row, count, signals, at, lanes);
  }
}
