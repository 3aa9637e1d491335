package dev.shardline.signal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Objects;

/// Up to sixteen signals side by side, as kernels work on them: the values of one time point, one
/// for each signal, then those of the next.
///
/// Whoever fills the values gives them up; nobody writes to them afterwards.
public final class LaneBlock {
  /// The most signals of a block.
  public static final int MOST = 16;

  private static final int LARGEST_ROOM = Integer.MAX_VALUE - 8 - CacheLine.FLOATS;

  /// Signals that a loop takes apart at once: a line of cache is read once for four.
  private static final int QUAD = 4;

  /// Time points that are taken apart at a time, which stay in the nearest cache.
  private static final int STRETCH = 256;

  private static final VarHandle FLOAT =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

  private final float[] values;
  private final int first;
  private final int signals;
  private final int timePoints;

  private LaneBlock(float[] values, int first, int signals, int timePoints) {
    this.values = values;
    this.first = first;
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
    return new LaneBlock(values, 0, signals, values.length / signals);
  }

  /// A block to be filled in the first values of a room that is large enough, as it lies now.
  static LaneBlock within(LaneRoom room, int signals, int timePoints) {
    Objects.checkFromIndexSize(0, signals * timePoints, room.length());
    return new LaneBlock(room.values(), room.first(), signals, timePoints);
  }

  /// Whether an array can hold so many signals.
  public static boolean holds(int signals, int timePoints) {
    return (long) signals * timePoints <= LARGEST_ROOM;
  }

  /// A block to be filled; it has to be one that an array can hold.
  public static LaneBlock ofSize(int signals, int timePoints) {
    return within(new LaneRoom(Math.multiplyExact(signals, timePoints)), signals, timePoints);
  }

  /// The values, `[time point][signal]`, and perhaps others before and behind them; written only by
  /// who fills the block.
  public float[] values() {
    return values;
  }

  /// Where in [#values] those of a time point begin.
  public int at(int timePoint) {
    return first + timePoint * signals;
  }

  public int signals() {
    return signals;
  }

  public int timePoints() {
    return timePoints;
  }

  /// The time points from `start` to `stop`, exclusive; the same values.
  LaneBlock columns(int start, int stop) {
    return new LaneBlock(values, at(start), signals, stop - start);
  }

  /// One signal; a copy.
  public float[] signal(int lane) {
    Objects.checkIndex(lane, signals);
    float[] row = new float[timePoints()];
    for (int i = 0; i < row.length; i++) {
      row[i] = values[at(i) + lane];
    }
    return row;
  }

  /// Writes signal `lane` to row `first + lane`, for all signals; new arrays.
  void unpack(float[][] rows, int first) {
    for (int lane = 0; lane < signals; lane++) {
      rows[first + lane] = signal(lane);
    }
  }

  /// Writes the signals one behind the other, little-endian, from byte `to` on.
  void write(byte[] bytes, int to) {
    for (int start = 0; start < timePoints; start += STRETCH) {
      int stop = Math.min(start + STRETCH, timePoints);
      int lane = 0;
      for (; lane + QUAD <= signals; lane += QUAD) {
        writeQuad(lane, start, stop, bytes, to);
      }
      for (; lane < signals; lane++) {
        writeOne(lane, start, stop, bytes, to);
      }
    }
  }

  private void writeOne(int lane, int start, int stop, byte[] bytes, int to) {
    int row = to + lane * timePoints * Float.BYTES;
    for (int i = start; i < stop; i++) {
      FLOAT.set(bytes, row + i * Float.BYTES, values[at(i) + lane]);
    }
  }

  private void writeQuad(int lane, int start, int stop, byte[] bytes, int to) {
    float[] from = values;
    int step = signals;
    int length = timePoints * Float.BYTES;
    int a = to + lane * length;
    int b = a + length;
    int c = b + length;
    int d = c + length;
    int row = first + lane;
    for (int i = start; i < stop; i++) {
      int at = row + i * step;
      int offset = i * Float.BYTES;
      FLOAT.set(bytes, a + offset, from[at]);
      FLOAT.set(bytes, b + offset, from[at + 1]);
      FLOAT.set(bytes, c + offset, from[at + 2]);
      FLOAT.set(bytes, d + offset, from[at + 3]);
    }
  }
}
