package dev.shardline.signal.lanes;

import dev.shardline.signal.LaneTraces;
import dev.shardline.signal.Traces;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/// Scales signals that lie side by side by their own mean and deviation, to the bits that
/// [RowMoments] gives for each alone: the same strands, summed in the same order.
///
/// Not safe for concurrent use: it keeps scratch space.
public final class LaneScaling {
  private static final int ROW = Lanes.COUNT;
  private static final int STRANDS = RowMoments.STRANDS;
  private static final int RUN = RowMoments.RUN;

  private final float[] rows = new float[RUN * ROW];
  private final float[] strands = new float[STRANDS * ROW];
  private final float[] centres = new float[ROW];
  private final float[] scales = new float[ROW];
  private final double[] sums = new double[ROW];

  /// Every signal less its mean, over its deviation; zeros for one that does not vary.
  public Traces zScored(LaneTraces traces) {
    return ((LaneKernel) this::zScore).over(traces, traces.timePoints());
  }

  private void zScore(LaneTile input, LaneTile output) {
    int timePoints = input.timePoints();
    double[] means = sums(input, false);
    for (int lane = 0; lane < ROW; lane++) {
      means[lane] /= timePoints;
      centres[lane] = (float) means[lane];
    }
    double[] squares = sums(input, true);
    for (int lane = 0; lane < ROW; lane++) {
      scales[lane] = RowMoments.scale(means[lane], squares[lane] / timePoints);
    }
    for (int start = 0; start < timePoints; start += RUN) {
      scale(input, output, start, Math.min(RUN, timePoints - start));
    }
  }

  private void scale(LaneTile input, LaneTile output, int start, int count) {
    float[] from = gathered(input, start, count);
    float[] to = output.rows(start, count);
    int at = from == rows ? 0 : start * ROW;
    if (to == null) {
      scale(from, at, rows, 0, count, centres, scales);
      output.scatter(rows, 0, start, count);
    } else {
      scale(from, at, to, start * ROW, count, centres, scales);
    }
  }

  /// The array whose row `start` is time point `start`, or the scratch rows, from the first on.
  private float[] gathered(LaneTile input, int start, int count) {
    float[] own = input.rows(start, count);
    if (own != null) {
      return own;
    }
    input.gather(start, count, rows);
    return rows;
  }

  /// For each lane, the sum of its values, or of the squares of what they differ from the centre.
  private double[] sums(LaneTile input, boolean squared) {
    Arrays.fill(sums, 0);
    for (int start = 0; start < input.timePoints(); start += RUN) {
      int count = Math.min(RUN, input.timePoints() - start);
      float[] values = gathered(input, start, count);
      int from = values == rows ? 0 : start;
      int whole = from + count - count % STRANDS;
      for (int at = 0; at < STRANDS * ROW; at += Lanes.LENGTH) {
        if (squared) {
          addSquares(values, from * ROW + at, whole * ROW, centres, at, strands);
        } else {
          addUp(values, from * ROW + at, whole * ROW, strands, at);
        }
      }
      int stop = from + count;
      for (int lane = 0; lane < ROW; lane++) {
        sums[lane] +=
            squared ? runOfSquares(values, lane, whole, stop) : run(values, lane, whole, stop);
      }
    }
    return sums.clone();
  }

  private double run(float[] values, int lane, int whole, int stop) {
    double sum = strands(lane);
    for (int i = whole; i < stop; i++) {
      sum += values[i * ROW + lane];
    }
    return sum;
  }

  private double runOfSquares(float[] values, int lane, int whole, int stop) {
    double sum = strands(lane);
    for (int i = whole; i < stop; i++) {
      double difference = values[i * ROW + lane] - centres[lane];
      sum += difference * difference;
    }
    return sum;
  }

  private double strands(int lane) {
    double sum = 0;
    for (int strand = 0; strand < STRANDS; strand++) {
      sum += strands[strand * ROW + lane];
    }
    return sum;
  }

  private static void addUp(float[] rows, int from, int stop, float[] strands, int to) {
    FloatVector sum = Lanes.broadcast(0);
    for (int i = from; i < stop; i += STRANDS * ROW) {
      sum = sum.add(Lanes.load(rows, i));
    }
    sum.intoArray(strands, to);
  }

  private static void addSquares(
      float[] rows, int from, int stop, float[] centres, int to, float[] strands) {
    FloatVector centre = Lanes.load(centres, to % ROW);
    FloatVector sum = Lanes.broadcast(0);
    for (int i = from; i < stop; i += STRANDS * ROW) {
      FloatVector difference = Lanes.load(rows, i).sub(centre);
      sum = difference.fma(difference, sum);
    }
    sum.intoArray(strands, to);
  }

  private static void scale(
      float[] from, int at, float[] to, int into, int count, float[] centres, float[] scales) {
    for (int lane = 0; lane < ROW; lane += Lanes.LENGTH) {
      FloatVector centre = Lanes.load(centres, lane);
      FloatVector scale = Lanes.load(scales, lane);
      for (int i = lane; i < count * ROW; i += ROW) {
        Lanes.load(from, at + i).sub(centre).mul(scale).intoArray(to, into + i);
      }
    }
  }
}
