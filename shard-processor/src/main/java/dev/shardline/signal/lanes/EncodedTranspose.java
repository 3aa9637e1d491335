package dev.shardline.signal.lanes;

import dev.shardline.signal.EncodedTraces;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;

/// Lays signals that lie in their file's bytes side by side, as [LaneTranspose] does those in
/// arrays.
///
/// Safe for many threads.
final class EncodedTranspose {
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final int QUAD = LaneQuads.LENGTH;

  private final EncodedTraces signals;
  private final MemorySegment memory;

  EncodedTranspose(EncodedTraces signals) {
    this.signals = signals;
    memory = signals.memory();
  }

  /// Fills `count` rows: value `lane` of row `i` is time point `at[lane] + i` of signal
  /// `signal[lane]`, or zero before time point 0 and from `end[lane]` on.
  void gather(int[] signal, int[] at, int[] end, int count, LaneRows rows) {
    for (int lane = 0; lane < Lanes.COUNT; lane += LaneQuads.LANES) {
      gather(signal, at, end, lane, count, rows.values(), rows.first() + lane, Lanes.COUNT);
    }
  }

  /// As the other for the lanes of one vector, from `first` on, in rows of their own.
  ///
  /// @param rows `[row][lane of the vector]`
  void gatherVector(int[] signal, int[] at, int[] end, int first, int count, float[] rows, int to) {
    for (int lane = 0; lane < Lanes.LENGTH; lane += LaneQuads.LANES) {
      gather(signal, at, end, first + lane, count, rows, to + lane, Lanes.LENGTH);
    }
  }

  /// Takes the time points that all signals of some lanes have in one loop, and those before and
  /// after one by one.
  private void gather(
      int[] signal, int[] at, int[] end, int lane, int count, float[] rows, int to, int step) {
    int first = 0;
    int last = count;
    int[] from = new int[LaneQuads.LANES];
    for (int i = 0; i < LaneQuads.LANES; i++) {
      int ahead = i / QUAD * QUAD;
      int start = at[lane + i];
      int readable = signals.timePoints() + ahead + QUAD - LaneQuads.LANES;
      first = Math.max(first, ahead - start);
      last = Math.min(last, Math.min(end[lane + i], readable) - start);
      from[i] = signals.offset(signal[lane + i]) + start * Float.BYTES;
    }
    first = Math.min(first, count);
    last = first + Math.max(last - first, 0) / QUAD * QUAD;
    interleave(memory, from, first, last, rows, to, step);
    for (int i = 0; i < LaneQuads.LANES; i++) {
      fill(from[i], at[lane + i], end[lane + i], 0, first, rows, to + i, step);
      fill(from[i], at[lane + i], end[lane + i], last, count, rows, to + i, step);
    }
  }

  private static void interleave(
      MemorySegment memory, int[] from, int first, int last, float[] rows, int to, int step) {
    for (int i = first; i < last; i += QUAD) {
      FloatVector a = quads(memory, from, 0, i);
      FloatVector b = quads(memory, from, 1, i);
      FloatVector c = quads(memory, from, 2, i);
      FloatVector d = quads(memory, from, 3, i);
      LaneQuads.turn(a, b, c, d, rows, to + i * step, step);
    }
  }

  /// Four time points of each of the signals `lane`, `lane + 4` …, each in a quad of its own.
  private static FloatVector quads(MemorySegment memory, int[] from, int lane, int i) {
    FloatVector quads = load(memory, from[lane], i);
    if (LaneQuads.LANES > QUAD) {
      quads = LaneQuads.second(quads, load(memory, from[lane + QUAD], i - QUAD));
    }
    return quads;
  }

  private static FloatVector load(MemorySegment memory, int from, int i) {
    return FloatVector.fromMemorySegment(
        LaneQuads.SPECIES, memory, from + (long) i * Float.BYTES, ByteOrder.LITTLE_ENDIAN);
  }

  private void fill(
      int from, int at, int end, int first, int last, float[] rows, int to, int step) {
    for (int i = first; i < last; i++) {
      boolean there = at + i >= 0 && at + i < end;
      rows[to + i * step] = there ? memory.get(FLOAT, from + (long) i * Float.BYTES) : 0;
    }
  }
}
