package dev.shardline.signal.lanes;

import jdk.incubator.vector.FloatVector;

/// The weighted sum of neighbouring rows, in four strands whatever the vector: strand `s` takes
/// every fourth row from row `s` on, and the first strand what is left over.
final class WeightedRows {
  private static final int ROW = Lanes.COUNT;
  private static final int LENGTH = Lanes.LENGTH;

  private WeightedRows() {}

  /// The lanes of one vector.
  static void one(float[] rows, int from, float[] weights, float[] output, int at) {
    FloatVector a = Lanes.broadcast(0);
    FloatVector b = a;
    FloatVector c = a;
    FloatVector d = a;
    int k = 0;
    for (; k + 4 <= weights.length; k += 4) {
      int row = from + k * ROW;
      a = Lanes.load(rows, row).fma(Lanes.broadcast(weights[k]), a);
      b = Lanes.load(rows, row + ROW).fma(Lanes.broadcast(weights[k + 1]), b);
      c = Lanes.load(rows, row + 2 * ROW).fma(Lanes.broadcast(weights[k + 2]), c);
      d = Lanes.load(rows, row + 3 * ROW).fma(Lanes.broadcast(weights[k + 3]), d);
    }
    for (; k < weights.length; k++) {
      a = Lanes.load(rows, from + k * ROW).fma(Lanes.broadcast(weights[k]), a);
    }
    a.add(b).add(c.add(d)).intoArray(output, at);
  }

  /// The lanes of two neighbouring vectors, which share the weights.
  static void two(float[] rows, int from, float[] weights, float[] output, int at) {
    FloatVector a = Lanes.broadcast(0);
    FloatVector b = a;
    FloatVector c = a;
    FloatVector d = a;
    FloatVector e = a;
    FloatVector f = a;
    FloatVector g = a;
    FloatVector h = a;
    int k = 0;
    for (; k + 4 <= weights.length; k += 4) {
      int row = from + k * ROW;
      FloatVector w = Lanes.broadcast(weights[k]);
      a = Lanes.load(rows, row).fma(w, a);
      e = Lanes.load(rows, row + LENGTH).fma(w, e);
      w = Lanes.broadcast(weights[k + 1]);
      b = Lanes.load(rows, row + ROW).fma(w, b);
      f = Lanes.load(rows, row + ROW + LENGTH).fma(w, f);
      w = Lanes.broadcast(weights[k + 2]);
      c = Lanes.load(rows, row + 2 * ROW).fma(w, c);
      g = Lanes.load(rows, row + 2 * ROW + LENGTH).fma(w, g);
      w = Lanes.broadcast(weights[k + 3]);
      d = Lanes.load(rows, row + 3 * ROW).fma(w, d);
      h = Lanes.load(rows, row + 3 * ROW + LENGTH).fma(w, h);
    }
    for (; k < weights.length; k++) {
      FloatVector w = Lanes.broadcast(weights[k]);
      a = Lanes.load(rows, from + k * ROW).fma(w, a);
      e = Lanes.load(rows, from + k * ROW + LENGTH).fma(w, e);
    }
    a.add(b).add(c.add(d)).intoArray(output, at);
    e.add(f).add(g.add(h)).intoArray(output, at + LENGTH);
  }
}
