package dev.shardline.signal.lanes;

import jdk.incubator.vector.FloatVector;

/// Last passes over blocks of neighbouring rows, which need no twiddles. They leave the values as
/// they are and add the squared magnitudes of the bins, in the order of the rows, to sums of one
/// vector for each.
final class LastButterflies {
  private static final int ROW = LaneFourier.ROW;
  private static final int IM = Lanes.LENGTH;

  private LastButterflies() {}

  private static void addPower(FloatVector r, FloatVector i, float[] sums, int at) {
    r.fma(r, i.fma(i, Lanes.load(sums, at))).intoArray(sums, at);
  }

  /// A pass that changes nothing: blocks of one row, from index `from` on, to sums from `to` on.
  static void one(float[] values, int from, int blocks, float[] sums, int to) {
    for (int block = 0; block < blocks; block++) {
      FloatVector r = Lanes.load(values, from + block * ROW);
      FloatVector i = Lanes.load(values, from + block * ROW + IM);
      addPower(r, i, sums, to + block * IM);
    }
  }

  /// A pass of radix 4.
  static void four(float[] values, int from, int blocks, float[] sums, int to) {
    for (int block = 0; block < blocks; block++) {
      four(values, from + block * 4 * ROW, sums, to + block * 4 * IM);
    }
  }

  private static void four(float[] values, int at, float[] sums, int to) {
    FloatVector r0 = Lanes.load(values, at);
    FloatVector r1 = Lanes.load(values, at + ROW);
    FloatVector r2 = Lanes.load(values, at + 2 * ROW);
    FloatVector r3 = Lanes.load(values, at + 3 * ROW);
    FloatVector i0 = Lanes.load(values, at + IM);
    FloatVector i1 = Lanes.load(values, at + ROW + IM);
    FloatVector i2 = Lanes.load(values, at + 2 * ROW + IM);
    FloatVector i3 = Lanes.load(values, at + 3 * ROW + IM);
    FloatVector evenR = r0.add(r2);
    FloatVector evenI = i0.add(i2);
    FloatVector evenDiffR = r0.sub(r2);
    FloatVector evenDiffI = i0.sub(i2);
    FloatVector oddR = r1.add(r3);
    FloatVector oddI = i1.add(i3);
    FloatVector oddDiffR = r1.sub(r3);
    FloatVector oddDiffI = i1.sub(i3);
    addPower(evenR.add(oddR), evenI.add(oddI), sums, to);
    addPower(evenDiffR.add(oddDiffI), evenDiffI.sub(oddDiffR), sums, to + IM);
    addPower(evenR.sub(oddR), evenI.sub(oddI), sums, to + 2 * IM);
    addPower(evenDiffR.sub(oddDiffI), evenDiffI.add(oddDiffR), sums, to + 3 * IM);
  }
}
