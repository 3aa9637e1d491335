package dev.shardline.signal.lanes;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/// Means over rows, lane by lane. Runs of 64 rows are summed in float32, in four strands, and the
/// runs in double, so that a large offset costs no precision.
///
/// Not safe for concurrent use: it keeps scratch space.
final class LaneMean {
  private static final int ROW = Lanes.LENGTH;
  private static final int RUN = 64;

  private final float[] run = new float[ROW];
  private final double[] sums = new double[ROW];

  /// Writes the mean over `count` rows from index `from` on into `means`, from index `to` on: for
  /// each lane the nearest float, and a row further what is missing from it.
  void of(float[] rows, int from, int count, float[] means, int to) {
    Arrays.fill(sums, 0);
    for (int start = 0; start < count; start += RUN) {
      int length = Math.min(RUN, count - start);
      sum(rows, from + start * ROW, length, run);
      for (int lane = 0; lane < ROW; lane++) {
        sums[lane] += run[lane];
      }
    }
    for (int lane = 0; lane < ROW; lane++) {
      double mean = sums[lane] / count;
      means[to + lane] = (float) mean;
      means[to + ROW + lane] = (float) (mean - means[to + lane]);
    }
  }

  private static void sum(float[] rows, int at, int count, float[] run) {
    FloatVector a = Lanes.broadcast(0);
    FloatVector b = a;
    FloatVector c = a;
    FloatVector d = a;
    int i = 0;
    for (; i + 4 <= count; i += 4) {
      a = a.add(Lanes.load(rows, at + i * ROW));
      b = b.add(Lanes.load(rows, at + (i + 1) * ROW));
      c = c.add(Lanes.load(rows, at + (i + 2) * ROW));
      d = d.add(Lanes.load(rows, at + (i + 3) * ROW));
    }
    for (; i < count; i++) {
      a = a.add(Lanes.load(rows, at + i * ROW));
    }
    a.add(b).add(c.add(d)).intoArray(run, 0);
  }
}
