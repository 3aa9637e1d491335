package dev.shardline.signal.lanes;

import jdk.incubator.vector.FloatVector;

/// Lays sixteen signals side by side in rows, and rows back out into signals, four signals at a
/// time.
///
/// To lay them side by side, vectors are blended of what four signals and their counterparts in the
/// next quad of lanes hold, the latter read so far ahead that its values stand in that quad
/// already; what is left to turn are squares within a quad ([LaneQuads]). That is three times as
/// fast as value by value. Back out, values go one by one.
///
/// Safe for many threads.
final class LaneTranspose {
  /// Signals that are taken at once; divides the lanes of every vector.
  private static final int QUAD = LaneQuads.LENGTH;

  private LaneTranspose() {}

  /// Fills `count` rows: value `lane` of row `i` is `signals[lane][at[lane] + i]`, or zero before
  /// index 0 and from index `end[lane]` on.
  ///
  /// @param signals sixteen arrays, one for each lane
  static void gather(float[][] signals, int[] at, int[] end, int count, LaneRows rows) {
    for (int lane = 0; lane < Lanes.COUNT; lane += LaneQuads.LANES) {
      gather(signals, at, end, lane, count, rows.values(), rows.first() + lane, Lanes.COUNT);
    }
  }

  /// As the other for the lanes of one vector, from `first` on, in rows of their own.
  ///
  /// @param rows `[row][lane of the vector]`
  static void gatherVector(
      float[][] signals, int[] at, int[] end, int first, int count, float[] rows, int to) {
    for (int lane = 0; lane < Lanes.LENGTH; lane += LaneQuads.LANES) {
      gather(signals, at, end, first + lane, count, rows, to + lane, Lanes.LENGTH);
    }
  }

  /// Takes the time points that all signals of some lanes have in one loop, and those before and
  /// after one by one.
  private static void gather(
      float[][] signals, int[] at, int[] end, int lane, int count, float[] rows, int to, int step) {
    int first = 0;
    int last = count;
    for (int i = 0; i < LaneQuads.LANES; i++) {
      int ahead = i / QUAD * QUAD;
      int start = at[lane + i];
      int readable = signals[lane + i].length + ahead + QUAD - LaneQuads.LANES;
      first = Math.max(first, ahead - start);
      last = Math.min(last, Math.min(end[lane + i], readable) - start);
    }
    first = Math.min(first, count);
    last = first + Math.max(last - first, 0) / QUAD * QUAD;
    interleave(signals, at, lane, first, last, rows, to, step);
    for (int i = 0; i < LaneQuads.LANES; i++) {
      float[] signal = signals[lane + i];
      fill(signal, at[lane + i], end[lane + i], 0, first, rows, to + i, step);
      fill(signal, at[lane + i], end[lane + i], last, count, rows, to + i, step);
    }
  }

  private static void interleave(
      float[][] signals, int[] at, int lane, int first, int last, float[] rows, int to, int step) {
    for (int i = first; i < last; i += QUAD) {
      FloatVector a = quads(signals, at, lane, i);
      FloatVector b = quads(signals, at, lane + 1, i);
      FloatVector c = quads(signals, at, lane + 2, i);
      FloatVector d = quads(signals, at, lane + 3, i);
      LaneQuads.turn(a, b, c, d, rows, to + i * step, step);
    }
  }

  /// Four time points of each of the signals `lane`, `lane + 4` …, each in a quad of its own.
  private static FloatVector quads(float[][] signals, int[] at, int lane, int i) {
    FloatVector quads = LaneQuads.load(signals[lane], at[lane] + i);
    if (LaneQuads.LANES > QUAD) {
      int other = lane + QUAD;
      quads = LaneQuads.second(quads, LaneQuads.load(signals[other], at[other] + i - QUAD));
    }
    return quads;
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
  /// becomes value `lane` of row `i`.
  static void scatter(LaneRows rows, int count, float[][] signals, int[] at, int lanes) {
    int lane = 0;
    for (; lane + QUAD <= lanes; lane += QUAD) {
      float[][] to = {signals[lane], signals[lane + 1], signals[lane + 2], signals[lane + 3]};
      int[] start = {at[lane], at[lane + 1], at[lane + 2], at[lane + 3]};
      separate(rows.values(), rows.first() + lane, count, to, start);
    }
    for (; lane < lanes; lane++) {
      for (int i = 0; i < count; i++) {
        signals[lane][at[lane] + i] = rows.values()[rows.at(i) + lane];
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
