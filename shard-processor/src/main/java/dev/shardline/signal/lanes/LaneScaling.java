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
      int count = Math.min(RUN, timePoints - start);
      input.gather(start, count, rows);
      scale(rows, count, centres, scales);
      output.scatter(rows, 0, start, count);
    }
  }

  /// For each lane, the sum of its values, or of the squares of what they differ from the centre.
  private double[] sums(LaneTile input, boolean squared) {
    Arrays.fill(sums, 0);
    for (int start = 0; start < input.timePoints(); start += RUN) {
      int count = Math.min(RUN, input.timePoints() - start);
      input.gather(start, count, rows);
      int whole = count - count % STRANDS;
      for (int at = 0; at < STRANDS * ROW; at += Lanes.LENGTH) {
        if (squared) {
          addSquares(rows, at, whole * ROW, centres, at % ROW, strands);
        } else {
          addUp(rows, at, whole * ROW, strands);
        }
      }
      for (int lane = 0; lane < ROW; lane++) {
        sums[lane] += squared ? runOfSquares(lane, whole, count) : run(lane, whole, count);
      }
    }
    return sums.clone();
  }

  private double run(int lane, int whole, int count) {
    double sum = strands(lane);
    for (int i = whole; i < count; i++) {
      sum += rows[i * ROW + lane];
    }
    return sum;
  }

  private double runOfSquares(int lane, int whole, int count) {
    double sum = strands(lane);
    for (int i = whole; i < count; i++) {
      double difference = rows[i * ROW + lane] - centres[lane];
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

  private static void addUp(float[] rows, int from, int stop, float[] strands) {
    FloatVector sum = Lanes.broadcast(0);
    for (int i = from; i < stop; i += STRANDS * ROW) {
      sum = sum.add(Lanes.load(rows, i));
    }
    sum.intoArray(strands, from);
  }

  private static void addSquares(
      float[] rows, int from, int stop, float[] centres, int lane, float[] strands) {
    FloatVector centre = Lanes.load(centres, lane);
    FloatVector sum = Lanes.broadcast(0);
    for (int i = from; i < stop; i += STRANDS * ROW) {
      FloatVector difference = Lanes.load(rows, i).sub(centre);
      sum = difference.fma(difference, sum);
    }
    sum.intoArray(strands, from);
  }

  private static void scale(float[] rows, int count, float[] centres, float[] scales) {
    for (int lane = 0; lane < ROW; lane += Lanes.LENGTH) {
      FloatVector centre = Lanes.load(centres, lane);
      FloatVector scale = Lanes.load(scales, lane);
      for (int i = lane; i < count * ROW; i += ROW) {
        Lanes.load(rows, i).sub(centre).mul(scale).intoArray(rows, i);
      }
    }
  }
}
