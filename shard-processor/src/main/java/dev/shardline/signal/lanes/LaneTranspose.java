package dev.shardline.signal.lanes;

/// Lays sixteen signals side by side in rows, and rows back out into signals. Four signals at a
/// time in a plain loop: twice as fast as shuffles of vectors, which the processor has one unit
/// for.
///
/// Safe for many threads.
final class LaneTranspose {
  /// Signals that a loop takes at once; divides the lanes of every vector.
  private static final int QUAD = 4;

  private LaneTranspose() {}

  /// Fills `count` rows: value `lane` of row `i` from `row` on is `signals[lane][at[lane] + i]`, or
  /// zero before index 0 and from index `end[lane]` on.
  ///
  /// @param signals sixteen arrays, one for each lane
  /// @param rows `[row][lane]`
  static void gather(float[][] signals, int[] at, int[] end, int count, float[] rows, int row) {
    for (int lane = 0; lane < Lanes.COUNT; lane += QUAD) {
      int to = row * Lanes.COUNT + lane;
      gatherQuad(signals, at, end, lane, count, rows, to, Lanes.COUNT);
    }
  }

  /// As the other for the lanes of one vector, from `first` on, in rows of their own.
  ///
  /// @param rows `[row][lane of the vector]`
  static void gatherVector(
      float[][] signals, int[] at, int[] end, int first, int count, float[] rows, int row) {
    for (int lane = 0; lane < Lanes.LENGTH; lane += QUAD) {
      int to = row * Lanes.LENGTH + lane;
      gatherQuad(signals, at, end, first + lane, count, rows, to, Lanes.LENGTH);
    }
  }

  /// Takes the time points that all four signals have in one loop, and those before and after one
  /// by one.
  private static void gatherQuad(
      float[][] signals, int[] at, int[] end, int lane, int count, float[] rows, int to, int step) {
    int first = 0;
    int last = count;
    for (int i = lane; i < lane + QUAD; i++) {
      first = Math.max(first, -at[i]);
      last = Math.min(last, end[i] - at[i]);
    }
    first = Math.min(first, count);
    last = Math.max(last, first);
    float[][] from = {signals[lane], signals[lane + 1], signals[lane + 2], signals[lane + 3]};
    int[] start = {at[lane], at[lane + 1], at[lane + 2], at[lane + 3]};
    if (step == Lanes.COUNT) {
      interleave(from, start, first, last, rows, to);
    } else {
      interleaveVector(from, start, first, last, rows, to);
    }
    for (int i = 0; i < QUAD; i++) {
      fill(from[i], start[i], end[lane + i], 0, first, rows, to + i, step);
      fill(from[i], start[i], end[lane + i], last, count, rows, to + i, step);
    }
  }

  /// Rows of a length that the compiler knows, here and below: only so it takes the checks of
  /// bounds out of the loop.
  private static void interleave(
      float[][] signals, int[] at, int first, int last, float[] rows, int to) {
    float[] a = signals[0];
    float[] b = signals[1];
    float[] c = signals[2];
    float[] d = signals[3];
    int atA = at[0];
    int atB = at[1];
    int atC = at[2];
    int atD = at[3];
    for (int i = first; i < last; i++) {
      int row = to + i * Lanes.COUNT;
      rows[row] = a[atA + i];
      rows[row + 1] = b[atB + i];
      rows[row + 2] = c[atC + i];
      rows[row + 3] = d[atD + i];
    }
  }

  private static void interleaveVector(
      float[][] signals, int[] at, int first, int last, float[] rows, int to) {
    float[] a = signals[0];
    float[] b = signals[1];
    float[] c = signals[2];
    float[] d = signals[3];
    int atA = at[0];
    int atB = at[1];
    int atC = at[2];
    int atD = at[3];
    for (int i = first; i < last; i++) {
      int row = to + i * Lanes.LENGTH;
      rows[row] = a[atA + i];
      rows[row + 1] = b[atB + i];
      rows[row + 2] = c[atC + i];
      rows[row + 3] = d[atD + i];
    }
  }

  private static void fill(
      float[] signal, int at, int end, int first, int last, float[] rows, int to, int step) {
    int start = Math.clamp(-(long) at, first, last);
    int stop = Math.clamp((long) end - at, start, last);
    for (int i = first; i < start; i++) {
      rows[to + i * step] = 0;
    }
    for (int i = start; i < stop; i++) {
      rows[to + i * step] = signal[at + i];
    }
    for (int i = stop; i < last; i++) {
      rows[to + i * step] = 0;
    }
  }

  /// Writes `count` values into each of the first `lanes` signals: `signals[lane][at[lane] + i]`
  /// becomes value `lane` of row `row + i`.
  ///
  /// @param rows `[row][lane]`
  static void scatter(float[] rows, int row, int count, float[][] signals, int[] at, int lanes) {
    int lane = 0;
    for (; lane + QUAD <= lanes; lane += QUAD) {
      float[][] to = {signals[lane], signals[lane + 1], signals[lane + 2], signals[lane + 3]};
      int[] start = {at[lane], at[lane + 1], at[lane + 2], at[lane + 3]};
      separate(rows, row * Lanes.COUNT + lane, count, to, start);
    }
    for (; lane < lanes; lane++) {
      for (int i = 0; i < count; i++) {
        signals[lane][at[lane] + i] = rows[(row + i) * Lanes.COUNT + lane];
      }
    }
  }

  private static void separate(float[] rows, int from, int count, float[][] signals, int[] at) {
    float[] a = signals[0];
    float[] b = signals[1];
    float[] c = signals[2];
    float[] d = signals[3];
    int atA = at[0];
    int atB = at[1];
    int atC = at[2];
    int atD = at[3];
    for (int i = 0; i < count; i++) {
      int row = from + i * Lanes.COUNT;
      a[atA + i] = rows[row];
      b[atB + i] = rows[row + 1];
      c[atC + i] = rows[row + 2];
      d[atD + i] = rows[row + 3];
    }
  }
}
