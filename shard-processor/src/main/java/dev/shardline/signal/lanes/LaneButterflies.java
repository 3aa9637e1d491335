package dev.shardline.signal.lanes;

import jdk.incubator.vector.FloatVector;

/// In-place decimation-in-frequency passes over blocks of rows, in the lanes of one vector.
/// Butterfly `p` takes its input `j` from row `p + j·span` of a block and leaves its output `j`
/// there, times `exp(-2πi·pj/(radix·span))`.
///
/// One small kernel a method, so that the compiler keeps all vectors in registers.
final class LaneButterflies {
  private static final int ROW = LaneFourier.ROW;
  private static final int IM = Lanes.LENGTH;

  /// The span before a last pass of radix 4.
  private static final int SHORT = 4;

  private static final float SINE_60 = (float) (StrictMath.sqrt(3) / 2);
  private static final float COSINE_72 = (float) StrictMath.cos(2 * Math.PI / 5);
  private static final float COSINE_144 = (float) StrictMath.cos(4 * Math.PI / 5);
  private static final float SINE_72 = (float) StrictMath.sin(2 * Math.PI / 5);
  private static final float SINE_144 = (float) StrictMath.sin(4 * Math.PI / 5);

  private LaneButterflies() {}

  /// Stores `(a, b)` times the twiddle `(c, s)`.
  private static void turn(
      FloatVector a, FloatVector b, float[] twiddles, int t, float[] values, int at) {
    // Not by a method of ours: C2 leaves a call that it finds rare, and the vector becomes an
    // object.
    FloatVector c = FloatVector.broadcast(Lanes.SPECIES, twiddles[t]);
    FloatVector s = FloatVector.broadcast(Lanes.SPECIES, twiddles[t + 1]);
    a.mul(c).sub(b.mul(s)).intoArray(values, at);
    a.fma(s, b.mul(c)).intoArray(values, at + IM);
  }

  /// A pass of radix 2. The twiddles are `[p][j = 1…radix − 1][cosine, sine]`, here and below.
  static void two(float[] values, int from, int blocks, int span, float[] twiddles) {
    for (int block = 0; block < blocks; block++) {
      twoOfBlock(values, from + 2 * block * span * ROW, span, twiddles);
    }
  }

  private static void twoOfBlock(float[] values, int base, int span, float[] twiddles) {
    for (int p = 0; p < span; p++) {
      int a = base + p * ROW;
      int b = a + span * ROW;
      FloatVector ar = Lanes.load(values, a);
      FloatVector ai = Lanes.load(values, a + IM);
      FloatVector br = Lanes.load(values, b);
      FloatVector bi = Lanes.load(values, b + IM);
      ar.add(br).intoArray(values, a);
      ai.add(bi).intoArray(values, a + IM);
      turn(ar.sub(br), ai.sub(bi), twiddles, 2 * p, values, b);
    }
  }

  /// A pass of radix 3.
  static void three(float[] values, int from, int blocks, int span, float[] twiddles) {
    for (int block = 0; block < blocks; block++) {
      threeOfBlock(values, from + 3 * block * span * ROW, span, twiddles);
    }
  }

  private static void threeOfBlock(float[] values, int base, int span, float[] twiddles) {
    FloatVector half = Lanes.broadcast(-0.5f);
    FloatVector sine = Lanes.broadcast(SINE_60);
    for (int p = 0; p < span; p++) {
      int a = base + p * ROW;
      int b = a + span * ROW;
      int c = b + span * ROW;
      FloatVector ar = Lanes.load(values, a);
      FloatVector ai = Lanes.load(values, a + IM);
      FloatVector br = Lanes.load(values, b);
      FloatVector bi = Lanes.load(values, b + IM);
      FloatVector cr = Lanes.load(values, c);
      FloatVector ci = Lanes.load(values, c + IM);
      FloatVector sumR = br.add(cr);
      FloatVector sumI = bi.add(ci);
      FloatVector restR = sumR.fma(half, ar);
      FloatVector restI = sumI.fma(half, ai);
      FloatVector turnR = bi.sub(ci).mul(sine);
      FloatVector turnI = cr.sub(br).mul(sine);
      ar.add(sumR).intoArray(values, a);
      ai.add(sumI).intoArray(values, a + IM);
      turn(restR.add(turnR), restI.add(turnI), twiddles, 4 * p, values, b);
      turn(restR.sub(turnR), restI.sub(turnI), twiddles, 4 * p + 2, values, c);
    }
  }

  /// A pass of radix 4. Where blocks are many and short, the inner loop runs over blocks, so that
  /// it is long and keeps its twiddles.
  static void four(float[] values, int from, int blocks, int span, float[] twiddles) {
    if (span == SHORT && blocks >= SHORT) {
      for (int p = 0; p < SHORT; p++) {
        fourAcross(values, from + p * ROW, blocks, twiddles, 6 * p);
      }
    } else {
      for (int block = 0; block < blocks; block++) {
        fourOfBlock(values, from + 4 * block * span * ROW, span, twiddles);
      }
    }
  }

  /// Each row of a butterfly has a base that stays, here and below: only so the compiler takes the
  /// checks of bounds out of the loop.
  private static void fourOfBlock(float[] values, int a, int span, float[] twiddles) {
    int b = a + span * ROW;
    int c = a + 2 * span * ROW;
    int d = a + 3 * span * ROW;
    for (int p = 0; p < span; p++) {
      int at = p * ROW;
      four(values, a + at, b + at, c + at, d + at, twiddles, 6 * p);
    }
  }

  /// The span is a constant here, or the compiler would not take the checks out.
  private static void fourAcross(float[] values, int a, int blocks, float[] twiddles, int t) {
    int b = a + SHORT * ROW;
    int c = a + 2 * SHORT * ROW;
    int d = a + 3 * SHORT * ROW;
    for (int block = 0; block < blocks; block++) {
      int at = block * (4 * SHORT * ROW);
      four(values, a + at, b + at, c + at, d + at, twiddles, t);
    }
  }

  private static void four(float[] values, int a, int b, int c, int d, float[] twiddles, int t) {
    FloatVector r0 = Lanes.load(values, a);
    FloatVector r1 = Lanes.load(values, b);
    FloatVector r2 = Lanes.load(values, c);
    FloatVector r3 = Lanes.load(values, d);
    FloatVector i0 = Lanes.load(values, a + IM);
    FloatVector i1 = Lanes.load(values, b + IM);
    FloatVector i2 = Lanes.load(values, c + IM);
    FloatVector i3 = Lanes.load(values, d + IM);
    FloatVector evenR = r0.add(r2);
    FloatVector evenI = i0.add(i2);
    FloatVector evenDiffR = r0.sub(r2);
    FloatVector evenDiffI = i0.sub(i2);
    FloatVector oddR = r1.add(r3);
    FloatVector oddI = i1.add(i3);
    FloatVector oddDiffR = r1.sub(r3);
    FloatVector oddDiffI = i1.sub(i3);
    evenR.add(oddR).intoArray(values, a);
    evenI.add(oddI).intoArray(values, a + IM);
    turn(evenDiffR.add(oddDiffI), evenDiffI.sub(oddDiffR), twiddles, t, values, b);
    turn(evenR.sub(oddR), evenI.sub(oddI), twiddles, t + 2, values, c);
    turn(evenDiffR.sub(oddDiffI), evenDiffI.add(oddDiffR), twiddles, t + 4, values, d);
  }

  /// A pass of radix 5.
  static void five(float[] values, int from, int blocks, int span, float[] twiddles) {
    for (int block = 0; block < blocks; block++) {
      int base = from + 5 * block * span * ROW;
      for (int p = 0; p < span; p++) {
        five(values, base + p * ROW, span * ROW, twiddles, 8 * p);
      }
    }
  }

  private static void five(float[] values, int at, int step, float[] twiddles, int t) {
    FloatVector c1 = Lanes.broadcast(COSINE_72);
    FloatVector c2 = Lanes.broadcast(COSINE_144);
    FloatVector s1 = Lanes.broadcast(SINE_72);
    FloatVector s2 = Lanes.broadcast(SINE_144);
    FloatVector r0 = Lanes.load(values, at);
    FloatVector i0 = Lanes.load(values, at + IM);
    FloatVector r1 = Lanes.load(values, at + step);
    FloatVector i1 = Lanes.load(values, at + step + IM);
    FloatVector r2 = Lanes.load(values, at + 2 * step);
    FloatVector i2 = Lanes.load(values, at + 2 * step + IM);
    FloatVector r3 = Lanes.load(values, at + 3 * step);
    FloatVector i3 = Lanes.load(values, at + 3 * step + IM);
    FloatVector r4 = Lanes.load(values, at + 4 * step);
    FloatVector i4 = Lanes.load(values, at + 4 * step + IM);
    FloatVector outerR = r1.add(r4);
    FloatVector outerI = i1.add(i4);
    FloatVector outerDiffR = r1.sub(r4);
    FloatVector outerDiffI = i1.sub(i4);
    FloatVector innerR = r2.add(r3);
    FloatVector innerI = i2.add(i3);
    FloatVector innerDiffR = r2.sub(r3);
    FloatVector innerDiffI = i2.sub(i3);
    r0.add(outerR).add(innerR).intoArray(values, at);
    i0.add(outerI).add(innerI).intoArray(values, at + IM);
    FloatVector firstR = innerR.fma(c2, outerR.fma(c1, r0));
    FloatVector firstI = innerI.fma(c2, outerI.fma(c1, i0));
    FloatVector secondR = innerR.fma(c1, outerR.fma(c2, r0));
    FloatVector secondI = innerI.fma(c1, outerI.fma(c2, i0));
    FloatVector firstTurnR = innerDiffI.fma(s2, outerDiffI.mul(s1));
    FloatVector firstTurnI = innerDiffR.fma(s2, outerDiffR.mul(s1));
    FloatVector secondTurnR = outerDiffI.mul(s2).sub(innerDiffI.mul(s1));
    FloatVector secondTurnI = outerDiffR.mul(s2).sub(innerDiffR.mul(s1));
    turn(firstR.add(firstTurnR), firstI.sub(firstTurnI), twiddles, t, values, at + step);
    turn(
        secondR.add(secondTurnR), secondI.sub(secondTurnI), twiddles, t + 2, values, at + 2 * step);
    turn(
        secondR.sub(secondTurnR), secondI.add(secondTurnI), twiddles, t + 4, values, at + 3 * step);
    turn(firstR.sub(firstTurnR), firstI.add(firstTurnI), twiddles, t + 6, values, at + 4 * step);
  }
}
