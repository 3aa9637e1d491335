package dev.shardline.signal.lanes;

import jdk.incubator.vector.FloatVector;

/// Means and deviations of stretches of one signal in float32: sixteen strands of a few hundred
/// values each, then doubles in a fixed order, so that the bits do not depend on the processor.
public final class RowMoments {
  static final int STRANDS = Lanes.COUNT;
  static final int RUN = 32 * STRANDS;

  private final float[] strands = new float[STRANDS];

  /// The mean of `count` values from `from` on.
  public double mean(float[] values, int from, int count) {
    double sum = 0;
    for (int start = 0; start < count; start += RUN) {
      sum += sum(values, from + start, Math.min(RUN, count - start));
    }
    return sum / count;
  }

  /// The mean square of `values − centre`.
  public double meanSquare(float[] values, int from, int count, float centre) {
    double sum = 0;
    for (int start = 0; start < count; start += RUN) {
      sum += squares(values, from + start, Math.min(RUN, count - start), centre);
    }
    return sum / count;
  }

  /// What scales values to a deviation of one: a float's inverse, 0 for values that do not vary.
  ///
  /// @param meanSquare of the values less the float nearest to their mean
  public static float scale(double mean, double meanSquare) {
    double rest = mean - (float) mean;
    double variance = meanSquare - rest * rest;
    return variance > 0 ? (float) (1 / Math.sqrt(variance)) : 0;
  }

  private double sum(float[] values, int from, int count) {
    int whole = count - count % STRANDS;
    for (int strand = 0; strand < STRANDS; strand += Lanes.LENGTH) {
      addUp(values, from + strand, whole, strands, strand);
    }
    double sum = total();
    for (int i = whole; i < count; i++) {
      sum += values[from + i];
    }
    return sum;
  }

  private double squares(float[] values, int from, int count, float centre) {
    int whole = count - count % STRANDS;
    for (int strand = 0; strand < STRANDS; strand += Lanes.LENGTH) {
      addSquares(values, from + strand, whole, centre, strands, strand);
    }
    double sum = total();
    for (int i = whole; i < count; i++) {
      double difference = values[from + i] - centre;
      sum += difference * difference;
    }
    return sum;
  }

  private double total() {
    double total = 0;
    for (float strand : strands) {
      total += strand;
    }
    return total;
  }

  private static void addUp(float[] values, int from, int count, float[] strands, int to) {
    FloatVector sum = Lanes.broadcast(0);
    for (int i = 0; i < count; i += STRANDS) {
      sum = sum.add(Lanes.load(values, from + i));
    }
    sum.intoArray(strands, to);
  }

  private static void addSquares(
      float[] values, int from, int count, float centre, float[] strands, int to) {
    FloatVector sum = Lanes.broadcast(0);
    for (int i = 0; i < count; i += STRANDS) {
      FloatVector difference = Lanes.load(values, from + i).sub(centre);
      sum = difference.fma(difference, sum);
    }
    sum.intoArray(strands, to);
  }
}
