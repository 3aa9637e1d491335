package dev.shardline.signal.lanes;

import dev.shardline.signal.LaneRoom;
import java.util.Arrays;

/// Adds up the squared magnitudes of transforms, bin by bin and lane by lane, in the order in which
/// the transform leaves them. Sums of a few dozen spectra are kept in float32 and then handed to
/// sums in double.
///
/// A transform holds two real signals, `z = x + iy`: `|Z(k)|² + |Z(−k)|²` is twice their power in
/// bin `k`, so they are never told apart.
///
/// Not safe for concurrent use.
final class LanePower {
  private static final int ROW = Lanes.LENGTH;
  private static final int TRANSFORMS_PER_FLOAT_SUM = 16;

  private final LaneSegment segment;
  private final LaneFourier fourier;
  private final int points;
  private final LaneRoom sums;
  private final double[] totals;
  private int pending;

  LanePower(LaneSegment segment) {
    this.segment = segment;
    fourier = segment.fourier();
    points = fourier.points();
    sums = new LaneRoom(points * ROW);
    totals = new double[points * ROW];
  }

  /// Forgets what was added, and settles what the next segments go through.
  void clear() {
    fourier.room.settle();
    sums.settle();
    Arrays.fill(totals, 0);
    Arrays.fill(sums.values(), 0);
    pending = 0;
  }

  /// Adds the power of the two segments that were taken.
  void add() {
    segment.addPower(sums);
    pending++;
    if (pending == TRANSFORMS_PER_FLOAT_SUM) {
      flush();
    }
  }

  private void flush() {
    flush(sums.values(), sums.first(), totals);
    pending = 0;
  }

  private static void flush(float[] sums, int first, double[] totals) {
    for (int i = 0; i < totals.length; i++) {
      totals[i] += sums[first + i];
      sums[first + i] = 0;
    }
  }

  /// Writes the power in positive and negative frequencies together into `[bin][lane]`, from lane
  /// `lane` of rows of `step` on.
  void store(double[] into, int lane, int step) {
    flush();
    for (int bin = 0; 2 * bin <= points; bin++) {
      int mirrored = (points - bin) % points;
      int at = fourier.position(bin) * ROW;
      int mirror = fourier.position(mirrored) * ROW;
      for (int i = 0; i < ROW; i++) {
        double power = totals[at + i];
        into[bin * step + lane + i] = mirrored == bin ? power : power + totals[mirror + i];
      }
    }
  }
}
