package dev.shardline.signal.lanes;

import dev.shardline.signal.EncodedTraces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Signals that lie in their file's bytes: what a kernel takes, never what it gives.
final class EncodedTile implements LaneTile {
  private final EncodedTraces traces;
  private final EncodedTranspose transpose;
  private final int lanes;
  private final int[] signal = new int[Lanes.COUNT];
  private final int[] at = new int[Lanes.COUNT];
  private final int[] end = new int[Lanes.COUNT];

  private EncodedTile(EncodedTraces traces, int first, int lanes) {
    this.traces = traces;
    this.lanes = lanes;
    transpose = new EncodedTranspose(traces);
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      signal[lane] = first + Math.min(lane, lanes - 1);
      end[lane] = lane < lanes ? traces.timePoints() : 0;
    }
  }

  /// Tiles of sixteen signals; the last one holds what is left.
  static List<LaneTile> allOf(EncodedTraces traces) {
    List<LaneTile> tiles = new ArrayList<>();
    for (int first = 0; first < traces.channels(); first += Lanes.COUNT) {
      int lanes = Math.min(Lanes.COUNT, traces.channels() - first);
      tiles.add(new EncodedTile(traces, first, lanes));
    }
    return tiles;
  }

  @Override
  public int lanes() {
    return lanes;
  }

  @Override
  public int timePoints() {
    return traces.timePoints();
  }

  @Override
  public float[] signal(int lane) {
    return traces.floats(signal[lane]);
  }

  @Override
  public void gather(int start, int count, LaneRows rows) {
    Arrays.fill(at, start);
    transpose.gather(signal, at, end, count, rows);
  }

  @Override
  public void scatter(LaneRows rows, int start, int count) {
    throw new UnsupportedOperationException("A file's bytes are not written");
  }

  @Override
  public @Nullable LaneRows rows(int start, int count) {
    return null;
  }
}
