package dev.shardline.signal.lanes;

import dev.shardline.signal.LaneBlock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Up to sixteen neighbouring signals of one length, one for each lane; spare lanes read as zeros
/// and are not written.
sealed interface LaneTile permits LaneTile.Rows, LaneTile.Packed, EncodedTile {
  /// Signals that are there.
  int lanes();

  int timePoints();

  /// One of them; not to be written.
  float[] signal(int lane);

  /// Lays `count` time points from `start` on into rows; zeros outside the signals.
  void gather(int start, int count, LaneRows rows);

  /// Writes `count` rows to the time points from `start` on.
  void scatter(LaneRows rows, int start, int count);

  /// The `count` time points from `start` on, if they lie in rows already, else null: then they
  /// have to be gathered and scattered. Written only if the tile is an output.
  @Nullable LaneRows rows(int start, int count);

  /// The signals from `first` on.
  static LaneTile ofRows(float[][] all, int first) {
    return new Rows(all, first, Math.min(Lanes.COUNT, all.length - first));
  }

  /// The signals of a block.
  static LaneTile of(LaneBlock block) {
    return new Packed(block);
  }

  /// Signals that lie in an array each.
  final class Rows implements LaneTile {
    private final float[][] signals = new float[Lanes.COUNT][];
    private final int[] at = new int[Lanes.COUNT];
    private final int[] end = new int[Lanes.COUNT];
    private final int lanes;

    private Rows(float[][] all, int first, int lanes) {
      this.lanes = lanes;
      for (int lane = 0; lane < Lanes.COUNT; lane++) {
        signals[lane] = all[first + Math.min(lane, lanes - 1)];
        end[lane] = lane < lanes ? signals[lane].length : 0;
      }
    }

    @Override
    public int lanes() {
      return lanes;
    }

    @Override
    public int timePoints() {
      return signals[0].length;
    }

    @Override
    public float[] signal(int lane) {
      return signals[lane];
    }

    @Override
    public void gather(int start, int count, LaneRows rows) {
      Arrays.fill(at, start);
      LaneTranspose.gather(signals, at, end, count, rows);
    }

    @Override
    public void scatter(LaneRows rows, int start, int count) {
      Arrays.fill(at, start);
      LaneTranspose.scatter(rows, count, signals, at, lanes);
    }

    @Override
    public @Nullable LaneRows rows(int start, int count) {
      return null;
    }
  }

  /// Signals that lie side by side already.
  final class Packed implements LaneTile {
    private final float[] values;
    private final int lanes;
    private final LaneBlock block;

    private Packed(LaneBlock block) {
      this.block = block;
      values = block.values();
      lanes = block.signals();
    }

    @Override
    public int lanes() {
      return lanes;
    }

    @Override
    public int timePoints() {
      return block.timePoints();
    }

    @Override
    public float[] signal(int lane) {
      return block.signal(lane);
    }

    @Override
    public void gather(int start, int count, LaneRows rows) {
      int first = Math.clamp(-(long) start, 0, count);
      int last = Math.clamp((long) timePoints() - start, first, count);
      Arrays.fill(rows.values(), rows.at(0), rows.at(first), 0);
      Arrays.fill(rows.values(), rows.at(last), rows.at(count), 0);
      int from = block.at(start + first);
      int to = rows.at(first);
      if (lanes == Lanes.COUNT) {
        System.arraycopy(values, from, rows.values(), to, (last - first) * lanes);
      } else {
        widen(values, from, lanes, last - first, rows.values(), to);
      }
    }

    private static void widen(
        float[] values, int from, int lanes, int count, float[] rows, int to) {
      Arrays.fill(rows, to, to + count * Lanes.COUNT, 0);
      for (int i = 0; i < count; i++) {
        for (int lane = 0; lane < lanes; lane++) {
          rows[to + i * Lanes.COUNT + lane] = values[from + i * lanes + lane];
        }
      }
    }

    @Override
    public void scatter(LaneRows rows, int start, int count) {
      if (lanes == Lanes.COUNT) {
        System.arraycopy(rows.values(), rows.at(0), values, block.at(start), count * lanes);
        return;
      }
      for (int i = 0; i < count; i++) {
        System.arraycopy(rows.values(), rows.at(i), values, block.at(start + i), lanes);
      }
    }

    @Override
    public @Nullable LaneRows rows(int start, int count) {
      return lanes == Lanes.COUNT && start >= 0 && start <= timePoints() - count
          ? new LaneRows(values, block.at(start))
          : null;
    }
  }
}
