package dev.shardline.signal;

import java.util.Objects;

/// Up to sixteen signals side by side, as kernels work on them: the values of one time point, one
/// for each signal, then those of the next.
///
/// Whoever fills the values gives them up; nobody writes to them afterwards.
public final class LaneBlock {
  /// The most signals of a block.
  public static final int MOST = 16;

  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  /// Signals that a loop takes apart at once: a line of cache is read once for four.
  private static final int QUAD = 4;

  private final float[] values;
  private final int signals;
  private final int timePoints;

  private LaneBlock(float[] values, int signals, int timePoints) {
    this.values = values;
    this.signals = signals;
    this.timePoints = timePoints;
  }

  /// Takes the values over, `[time point][signal]`.
  public static LaneBlock of(float[] values, int signals) {
    if (signals < 1 || signals > MOST || values.length % signals != 0) {
      throw new IllegalArgumentException(
          "A block holds 1 to %d signals of one length, not %d in %d values"
              .formatted(MOST, signals, values.length));
    }
    return new LaneBlock(values, signals, values.length / signals);
  }

  /// A block to be filled in the first values of an array that is long enough.
  static LaneBlock within(float[] room, int signals, int timePoints) {
    Objects.checkFromIndexSize(0, signals * timePoints, room.length);
    return new LaneBlock(room, signals, timePoints);
  }

  /// Whether an array can hold so many signals.
  public static boolean holds(int signals, int timePoints) {
    return (long) signals * timePoints <= LARGEST_ARRAY;
  }

  /// A block to be filled; it has to be one that an array can hold.
  public static LaneBlock ofSize(int signals, int timePoints) {
    return of(new float[Math.multiplyExact(signals, timePoints)], signals);
  }

  /// The values, `[time point][signal]`, and perhaps others behind them; written only by who fills
  /// the block.
  public float[] values() {
    return values;
  }

  public int signals() {
    return signals;
  }

  public int timePoints() {
    return timePoints;
  }

  /// Copies the time points from `start` on, as many as the other block has.
  void copyColumns(int start, LaneBlock to) {
    System.arraycopy(values, start * signals, to.values, 0, to.timePoints * signals);
  }

  /// One signal; a copy.
  public float[] signal(int lane) {
    Objects.checkIndex(lane, signals);
    float[] row = new float[timePoints()];
    for (int i = 0; i < row.length; i++) {
      row[i] = values[i * signals + lane];
    }
    return row;
  }

  /// Writes signal `lane` to row `first + lane`, for all signals; new arrays.
  void unpack(float[][] rows, int first) {
    float[][] own = new float[signals][timePoints()];
    separate(0, timePoints(), own);
    System.arraycopy(own, 0, rows, first, signals);
  }

  /// Writes the `count` time points from `start` on of each signal to the begin of its row.
  void separate(int start, int count, float[][] rows) {
    int from = start * signals;
    int lane = 0;
    for (; lane + QUAD <= signals; lane += QUAD) {
      separateQuad(values, from + lane, signals, count, rows, lane);
    }
    for (; lane < signals; lane++) {
      for (int i = 0; i < count; i++) {
        rows[lane][i] = values[from + i * signals + lane];
      }
    }
  }

  private static void separateQuad(
      float[] values, int from, int step, int count, float[][] rows, int lane) {
    float[] a = rows[lane];
    float[] b = rows[lane + 1];
    float[] c = rows[lane + 2];
    float[] d = rows[lane + 3];
    for (int i = 0; i < count; i++) {
      int at = from + i * step;
      a[i] = values[at];
      b[i] = values[at + 1];
      c[i] = values[at + 2];
      d[i] = values[at + 3];
    }
  }
}
