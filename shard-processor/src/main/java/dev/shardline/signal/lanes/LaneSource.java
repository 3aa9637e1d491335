package dev.shardline.signal.lanes;

import dev.shardline.signal.EncodedTraces;
import dev.shardline.signal.StoredTraces;

/// Where signals lie that are taken a few time points at a time, each lane with one of its own.
@FunctionalInterface
interface LaneSource {
  /// Lays the next time points of the lanes of one vector side by side: value `lane` of row `i` is
  /// time point `at[lane] + i` of its signal, or zero from `end[lane]` on.
  ///
  /// @param signal of each lane
  /// @param first the vector's first lane
  /// @param rows `[row][lane of the vector]`, from index `to` on
  void gather(int[] signal, int[] at, int[] end, int first, int count, float[] rows, int to);

  /// Signals in an array each.
  static LaneSource of(float[][] signals) {
    float[][] sources = new float[Lanes.COUNT][];
    return (signal, at, end, first, count, rows, to) -> {
      for (int lane = first; lane < first + Lanes.LENGTH; lane++) {
        sources[lane] = signals[signal[lane]];
      }
      LaneTranspose.gatherVector(sources, at, end, first, count, rows, to);
    };
  }

  /// Signals on disk.
  static LaneSource of(StoredTraces signals) {
    float[][] sources = new float[Lanes.COUNT][];
    int[] from = new int[Lanes.COUNT];
    int[] last = new int[Lanes.COUNT];
    return (signal, at, end, first, count, rows, to) -> {
      for (int lane = first; lane < first + Lanes.LENGTH; lane++) {
        int stop = Math.max(at[lane], Math.min(at[lane] + count, end[lane]));
        sources[lane] = signals.floats(signal[lane], at[lane], stop);
        last[lane] = stop - at[lane];
      }
      LaneTranspose.gatherVector(sources, from, last, first, count, rows, to);
    };
  }

  /// Signals in their file's bytes.
  static LaneSource of(EncodedTraces signals) {
    return new EncodedTranspose(signals)::gatherVector;
  }
}
