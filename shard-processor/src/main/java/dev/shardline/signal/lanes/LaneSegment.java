package dev.shardline.signal.lanes;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/// Takes a stretch of rows to the spectrum: mean out, window on, transform.
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

  /// Transforms the segment that begins at `row`, each lane less its mean.
  ///
  /// @param means as [LaneMean] writes them
  void transform(float[] rows, int row, float[] means) {
    taper(rows, row * ROW, means, window, fourier.values);
    Arrays.fill(fourier.values, window.length * ROW, fourier.values.length, 0);
    fourier.transform();
  }

  private static void taper(float[] rows, int at, float[] means, float[] window, float[] tapered) {
    FloatVector high = Lanes.load(means, 0);
    FloatVector low = Lanes.load(means, ROW);
    for (int i = 0; i < window.length; i++) {
      Lanes.load(rows, at + i * ROW).sub(high).sub(low).mul(window[i]).intoArray(tapered, i * ROW);
    }
  }
}
