package dev.shardline.signal.lanes;

import dev.shardline.signal.LaneRoom;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/// Takes two segments at a time to their spectra: means out, window on, one transform of the two as
/// real and imaginary parts.
///
/// Not safe for concurrent use: its transform holds the values.
final class LaneSegment {
  private static final int ROW = Lanes.LENGTH;

  private final float[] window;
  private final LaneFourier fourier;

  /// @param fftLength at least the window's length; the rest are zeros
  LaneSegment(double[] window, int fftLength) {
    this.window = new float[window.length];
    for (int i = 0; i < window.length; i++) {
      this.window[i] = (float) window[i];
    }
    fourier = new LaneFourier(fftLength);
  }

  LaneFourier fourier() {
    return fourier;
  }

  /// Takes two segments, each lane less its mean.
  ///
  /// @param row where the first begins
  /// @param next where the second begins
  /// @param means as [LaneMean] writes them, those of the second behind those of the first
  void take(LaneRoom rows, int row, int next, float[] means) {
    int first = rows.first();
    LaneRoom room = fourier.room;
    taper(
        rows.values(),
        first + row * ROW,
        first + next * ROW,
        means,
        window,
        room.values(),
        room.first());
  }

  /// Makes one of the two (0 or 1) zero in the lanes from `lane` on.
  void clear(int part, int lane) {
    LaneRoom room = fourier.room;
    for (int i = 0; i < window.length; i++) {
      int at = room.first() + i * LaneFourier.ROW + part * ROW;
      Arrays.fill(room.values(), at + lane, at + ROW, 0);
    }
  }

  /// Adds the power of the two segments taken to sums, as [LaneFourier#addPower] does.
  void addPower(LaneRoom sums) {
    LaneRoom room = fourier.room;
    int end = room.first() + fourier.points() * LaneFourier.ROW;
    Arrays.fill(room.values(), room.first() + window.length * LaneFourier.ROW, end, 0);
    fourier.addPower(sums);
  }

  private static void taper(
      float[] rows, int a, int b, float[] means, float[] window, float[] tapered, int to) {
    FloatVector highA = Lanes.load(means, 0);
    FloatVector lowA = Lanes.load(means, ROW);
    FloatVector highB = Lanes.load(means, 2 * ROW);
    FloatVector lowB = Lanes.load(means, 3 * ROW);
    for (int i = 0; i < window.length; i++) {
      FloatVector weight = Lanes.broadcast(window[i]);
      int at = i * ROW;
      Lanes.load(rows, a + at).sub(highA).sub(lowA).mul(weight).intoArray(tapered, to + 2 * at);
      Lanes.load(rows, b + at)
          .sub(highB)
          .sub(lowB)
          .mul(weight)
          .intoArray(tapered, to + 2 * at + ROW);
    }
  }
}
