package dev.shardline.signal.lanes;

import dev.shardline.signal.EncodedTraces;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Lays signals that lie in their file's bytes side by side, as [LaneTranspose] does those in
/// arrays.
///
/// Safe for many threads.
final class EncodedTranspose {
  private static final VarHandle FLOAT =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

  /// Signals that a loop takes at once; divides the lanes of every vector.
  private static final int QUAD = 4;

  private final EncodedTraces signals;
  private final byte[] bytes;

  EncodedTranspose(EncodedTraces signals) {
    this.signals = signals;
    bytes = signals.bytes();
  }

  /// Fills `count` rows: value `lane` of row `i` from `row` on is time point `at[lane] + i` of
  /// signal `signal[lane]`, or zero before time point 0 and from `end[lane]` on.
  ///
  /// @param rows `[row][lane]`
  void gather(int[] signal, int[] at, int[] end, int count, float[] rows, int row) {
    for (int lane = 0; lane < Lanes.COUNT; lane += QUAD) {
      int to = row * Lanes.COUNT + lane;
      gatherQuad(signal, at, end, lane, count, rows, to, Lanes.COUNT);
    }
  }

  /// As the other for the lanes of one vector, from `first` on, in rows of their own.
  ///
  /// @param rows `[row][lane of the vector]`
  void gatherVector(
      int[] signal, int[] at, int[] end, int first, int count, float[] rows, int row) {
    for (int lane = 0; lane < Lanes.LENGTH; lane += QUAD) {
      int to = row * Lanes.LENGTH + lane;
      gatherQuad(signal, at, end, first + lane, count, rows, to, Lanes.LENGTH);
    }
  }

  /// Takes the time points that all four signals have in one loop, and those before and after one
  /// by one.
  private void gatherQuad(
      int[] signal, int[] at, int[] end, int lane, int count, float[] rows, int to, int step) {
    int first = 0;
    int last = count;
    int[] from = new int[QUAD];
    for (int i = 0; i < QUAD; i++) {
      first = Math.max(first, -at[lane + i]);
      last = Math.min(last, end[lane + i] - at[lane + i]);
      from[i] = signals.offset(signal[lane + i]) + at[lane + i] * Float.BYTES;
    }
    first = Math.min(first, count);
    last = Math.max(last, first);
    if (step == Lanes.COUNT) {
      interleave(bytes, from, first, last, rows, to);
    } else {
      interleaveVector(bytes, from, first, last, rows, to);
    }
    for (int i = 0; i < QUAD; i++) {
      fill(from[i], at[lane + i], end[lane + i], 0, first, rows, to + i, step);
      fill(from[i], at[lane + i], end[lane + i], last, count, rows, to + i, step);
    }
  }

  /// Rows of a length that the compiler knows, here and below, as in [LaneTranspose].
  private static void interleave(
      byte[] bytes, int[] from, int first, int last, float[] rows, int to) {
    int a = from[0];
    int b = from[1];
    int c = from[2];
    int d = from[3];
    for (int i = first; i < last; i++) {
      int row = to + i * Lanes.COUNT;
      rows[row] = (float) FLOAT.get(bytes, a + i * Float.BYTES);
      rows[row + 1] = (float) FLOAT.get(bytes, b + i * Float.BYTES);
      rows[row + 2] = (float) FLOAT.get(bytes, c + i * Float.BYTES);
      rows[row + 3] = (float) FLOAT.get(bytes, d + i * Float.BYTES);
    }
  }

  private static void interleaveVector(
      byte[] bytes, int[] from, int first, int last, float[] rows, int to) {
    int a = from[0];
    int b = from[1];
    int c = from[2];
    int d = from[3];
    for (int i = first; i < last; i++) {
      int row = to + i * Lanes.LENGTH;
      rows[row] = (float) FLOAT.get(bytes, a + i * Float.BYTES);
      rows[row + 1] = (float) FLOAT.get(bytes, b + i * Float.BYTES);
      rows[row + 2] = (float) FLOAT.get(bytes, c + i * Float.BYTES);
      rows[row + 3] = (float) FLOAT.get(bytes, d + i * Float.BYTES);
    }
  }

  private void fill(
      int from, int at, int end, int first, int last, float[] rows, int to, int step) {
    for (int i = first; i < last; i++) {
      boolean there = at + i >= 0 && at + i < end;
      rows[to + i * step] = there ? (float) FLOAT.get(bytes, from + i * Float.BYTES) : 0;
    }
  }
}
