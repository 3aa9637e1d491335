package dev.shardline.signal.lanes;

import jdk.incubator.vector.FloatVector;

/// Last passes over blocks of neighbouring rows, which need no twiddles. They leave the values as
/// they are and add the squared magnitudes of the bins, in the order of the rows, to sums of one
/// vector for each.
final class LastButterflies {
  private static final int ROW = LaneFourier.ROW;
  private static final int IM = Lanes.LENGTH;
  private static final float HALF_ROOT = (float) StrictMath.sqrt(0.5);

  private LastButterflies() {}

  private static void addPower(FloatVector r, FloatVector i, float[] sums, int at) {
    r.fma(r, i.fma(i, Lanes.load(sums, at))).intoArray(sums, at);
  }

  /// A pass that changes nothing: blocks of one row, from row `first` on.
  static void one(float[] values, int first, int blocks, float[] sums) {
    for (int block = first; block < first + blocks; block++) {
      FloatVector r = Lanes.load(values, block * ROW);
      FloatVector i = Lanes.load(values, block * ROW + IM);
      addPower(r, i, sums, block * IM);
    }
  }

  /// A pass of radix 4.
  static void four(float[] values, int first, int blocks, float[] sums) {
    int from = first * ROW;
    int to = first * IM;
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

  /// A pass of radix 8.
  static void eight(float[] values, int first, int blocks, float[] sums) {
    int from = first * ROW;
    int to = first * IM;
    for (int block = 0; block < blocks; block++) {
      eight(values, from + block * 8 * ROW, sums, to + block * 8 * IM);
    }
  }

  private static void eight(float[] values, int at, float[] sums, int to) {
    FloatVector r0 = Lanes.load(values, at);
    FloatVector r1 = Lanes.load(values, at + ROW);
    FloatVector r2 = Lanes.load(values, at + 2 * ROW);
    FloatVector r3 = Lanes.load(values, at + 3 * ROW);
    FloatVector r4 = Lanes.load(values, at + 4 * ROW);
    FloatVector r5 = Lanes.load(values, at + 5 * ROW);
    FloatVector r6 = Lanes.load(values, at + 6 * ROW);
    FloatVector r7 = Lanes.load(values, at + 7 * ROW);
    FloatVector i0 = Lanes.load(values, at + IM);
    FloatVector i1 = Lanes.load(values, at + ROW + IM);
    FloatVector i2 = Lanes.load(values, at + 2 * ROW + IM);
    FloatVector i3 = Lanes.load(values, at + 3 * ROW + IM);
    FloatVector i4 = Lanes.load(values, at + 4 * ROW + IM);
    FloatVector i5 = Lanes.load(values, at + 5 * ROW + IM);
    FloatVector i6 = Lanes.load(values, at + 6 * ROW + IM);
    FloatVector i7 = Lanes.load(values, at + 7 * ROW + IM);
    FloatVector a0 = r0.add(r4);
    FloatVector a0i = i0.add(i4);
    FloatVector b0 = r0.sub(r4);
    FloatVector b0i = i0.sub(i4);
    FloatVector a1 = r1.add(r5);
    FloatVector a1i = i1.add(i5);
    FloatVector b1 = r1.sub(r5);
    FloatVector b1i = i1.sub(i5);
    FloatVector a2 = r2.add(r6);
    FloatVector a2i = i2.add(i6);
    FloatVector b2 = r2.sub(r6);
    FloatVector b2i = i2.sub(i6);
    FloatVector a3 = r3.add(r7);
    FloatVector a3i = i3.add(i7);
    FloatVector b3 = r3.sub(r7);
    FloatVector b3i = i3.sub(i7);
    FloatVector e0 = a0.add(a2);
    FloatVector e0i = a0i.add(a2i);
    FloatVector e1 = a0.sub(a2);
    FloatVector e1i = a0i.sub(a2i);
    FloatVector f0 = a1.add(a3);
    FloatVector f0i = a1i.add(a3i);
    FloatVector f1 = a1.sub(a3);
    FloatVector f1i = a1i.sub(a3i);
    addPower(e0.add(f0), e0i.add(f0i), sums, to);
    addPower(e0.sub(f0), e0i.sub(f0i), sums, to + 4 * IM);
    addPower(e1.add(f1i), e1i.sub(f1), sums, to + 2 * IM);
    addPower(e1.sub(f1i), e1i.add(f1), sums, to + 6 * IM);
    FloatVector c1 = b1.add(b1i).mul(HALF_ROOT);
    FloatVector c1i = b1i.sub(b1).mul(HALF_ROOT);
    FloatVector c3 = b3i.sub(b3).mul(HALF_ROOT);
    FloatVector c3i = b3.add(b3i).mul(-HALF_ROOT);
    FloatVector g0 = b0.add(b2i);
    FloatVector g0i = b0i.sub(b2);
    FloatVector g1 = b0.sub(b2i);
    FloatVector g1i = b0i.add(b2);
    FloatVector h0 = c1.add(c3);
    FloatVector h0i = c1i.add(c3i);
    FloatVector h1 = c1.sub(c3);
    FloatVector h1i = c1i.sub(c3i);
    addPower(g0.add(h0), g0i.add(h0i), sums, to + IM);
    addPower(g0.sub(h0), g0i.sub(h0i), sums, to + 5 * IM);
    addPower(g1.add(h1i), g1i.sub(h1), sums, to + 3 * IM);
    addPower(g1.sub(h1i), g1i.add(h1), sums, to + 7 * IM);
  }
}
