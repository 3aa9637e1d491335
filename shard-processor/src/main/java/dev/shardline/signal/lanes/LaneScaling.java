package dev.shardline.signal.lanes;

import dev.shardline.signal.LaneRoom;
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

  private final LaneRoom rows = new LaneRoom(RUN * ROW);
  private final float[] strands = new float[STRANDS * ROW];
  private final float[] centres = new float[ROW];
  private final float[] scales = new float[ROW];
  private final double[] sums = new double[ROW];

  /// Every signal less its mean, over its deviation; zeros for one that does not vary.
  public Traces zScored(LaneTraces traces) {
    return ((LaneKernel) this::zScore).over(traces, traces.timePoints());
  }

  private void zScore(LaneTile input, LaneTile output) {
    rows.settle();
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
    LaneRows from = gathered(input, start, count);
    LaneRows lying = output.rows(start, count);
    LaneRows to = lying == null ? LaneRows.of(rows) : lying;
    scale(from.values(), from.first(), to.values(), to.first(), count, centres, scales);
    if (lying == null) {
      output.scatter(to, start, count);
    }
  }

  /// The time points where they lie in rows, or in the scratch rows.
  private LaneRows gathered(LaneTile input, int start, int count) {
    LaneRows lying = input.rows(start, count);
    if (lying != null) {
      return lying;
    }
    LaneRows own = LaneRows.of(rows);
    input.gather(start, count, own);
    return own;
  }

  /// For each lane, the sum of its values, or of the squares of what they differ from the centre.
  private double[] sums(LaneTile input, boolean squared) {
    Arrays.fill(sums, 0);
    for (int start = 0; start < input.timePoints(); start += RUN) {
      int count = Math.min(RUN, input.timePoints() - start);
      LaneRows run = gathered(input, start, count);
      LaneRows rest = run.from(count - count % STRANDS);
      for (int at = 0; at < STRANDS * ROW; at += Lanes.LENGTH) {
        if (squared) {
          addSquares(run.values(), run.first() + at, rest.first(), centres, at, strands);
        } else {
          addUp(run.values(), run.first() + at, rest.first(), strands, at);
        }
      }
      for (int lane = 0; lane < ROW; lane++) {
        sums[lane] += strands(lane, rest, count % STRANDS, squared);
      }
    }
    return sums.clone();
  }

  /// A lane's strands and the rows that are left over, one after the other.
  private double strands(int lane, LaneRows rest, int count, boolean squared) {
    double sum = 0;
    for (int strand = 0; strand < STRANDS; strand++) {
      sum += strands[strand * ROW + lane];
    }
    for (int i = 0; i < count; i++) {
      float value = rest.values()[rest.at(i) + lane];
      double difference = value - centres[lane];
      sum += squared ? difference * difference : value;
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
