package dev.shardline.signal.lanes;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/// Takes a stretch of rows to the spectrum: mean out, window on, transform.
///
/// Not safe for concurrent use: its transform holds the values.
final class LaneSegment {
  private static final int ROW = Lanes.COUNT;

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

  /// Transforms the segment that begins at `row`, each lane less its mean.
  ///
  /// @param means as [LaneMean] writes them
  void transform(float[] rows, int row, float[] means) {
    int points = window.length;
    for (int lane = 0; lane < ROW; lane += Lanes.LENGTH) {
      int at = row * ROW + lane;
      taper(rows, at, (points + 1) / 2, means, window, 0, fourier.re, lane);
      taper(rows, at + ROW, points / 2, means, window, 1, fourier.im, lane);
    }
    Arrays.fill(fourier.re, (points + 1) / 2 * ROW, fourier.re.length, 0);
    Arrays.fill(fourier.im, points / 2 * ROW, fourier.im.length, 0);
    fourier.transform();
  }

  /// Takes every other row of the segment, from `at` on, to neighbouring rows of `part`.
  private static void taper(
      float[] rows,
      int at,
      int count,
      float[] means,
      float[] window,
      int w,
      float[] part,
      int lane) {
    FloatVector high = Lanes.load(means, lane);
    FloatVector low = Lanes.load(means, ROW + lane);
    for (int j = 0; j < count; j++) {
      Lanes.load(rows, at + 2 * j * ROW)
          .sub(high)
          .sub(low)
          .mul(window[2 * j + w])
          .intoArray(part, j * ROW + lane);
    }
  }
}
