package dev.shardline.image.codec;

import jj2000.j2k.wavelet.synthesis.SynWTFilterFloat;

/// The inverse of the irreversible 9/7 wavelet transform, ITU-T T.800 annex F.3, in the order of
/// operations of OpenJPEG 2.5 (`opj_v8dwt_decode` in dwt.c), so that lossy pictures come out as
/// there to the bit. Stateless.
final class OpenJpegSynthesis extends SynWTFilterFloat {
  static final OpenJpegSynthesis FILTER = new OpenJpegSynthesis();

  private static final float ALPHA = -1.586134342f;
  private static final float BETA = -0.052980118f;
  private static final float GAMMA = 0.882911075f;
  private static final float DELTA = 0.443506852f;
  private static final float LOW_SCALE = 1.230174105f;

  /// Half of OpenJPEG's "historic" 1.625732422, which stands for 2 / 1.230174105; its steps of high
  /// bands are half as large.
  private static final float HIGH_SCALE = 1.625732422f / 2;

  private OpenJpegSynthesis() {}

  @Override
  public void synthetize_lpf(
      float[] low,
      int lowAt,
      int lowCount,
      int lowStep,
      float[] high,
      int highAt,
      int highCount,
      int highStep,
      float[] out,
      int outAt,
      int outStep) {
    if (lowCount + highCount == 1) {
      out[outAt] = low[lowAt];
      return;
    }
    scale(low, lowAt, lowCount, lowStep, LOW_SCALE, out, outAt, 2 * outStep);
    scale(high, highAt, highCount, highStep, HIGH_SCALE, out, outAt + outStep, 2 * outStep);
    lift(out, outAt, outStep, lowCount + highCount, 0);
  }

  @Override
  public void synthetize_hpf(
      float[] low,
      int lowAt,
      int lowCount,
      int lowStep,
      float[] high,
      int highAt,
      int highCount,
      int highStep,
      float[] out,
      int outAt,
      int outStep) {
    if (lowCount + highCount == 1) {
      // OpenJPEG leaves the single value alone, and so its step halved.
      out[outAt] = high[highAt] / 2;
      return;
    }
    scale(low, lowAt, lowCount, lowStep, LOW_SCALE, out, outAt + outStep, 2 * outStep);
    scale(high, highAt, highCount, highStep, HIGH_SCALE, out, outAt, 2 * outStep);
    lift(out, outAt, outStep, lowCount + highCount, 1);
  }

  private static void scale(
      float[] from,
      int at,
      int count,
      int step,
      float factor,
      float[] out,
      int outAt,
      int outStep) {
    for (int i = 0; i < count; i++) {
      out[outAt + i * outStep] = from[at + i * step] * factor;
    }
  }

  /// @param firstLow the place of the first low value, 0 or 1
  private static void lift(float[] out, int at, int step, int count, int firstLow) {
    add(out, at, step, count, firstLow, -DELTA);
    add(out, at, step, count, 1 - firstLow, -GAMMA);
    add(out, at, step, count, firstLow, -BETA);
    add(out, at, step, count, 1 - firstLow, -ALPHA);
  }

  /// Adds to every second value, from `first`, its neighbours times a factor. Where one is missing
  /// the other counts twice.
  private static void add(float[] out, int at, int step, int count, int first, float factor) {
    for (int i = first; i < count; i += 2) {
      int place = at + i * step;
      if (i + 1 == count) {
        out[place] += out[place - step] * (factor + factor);
      } else {
        float before = i == 0 ? out[place + step] : out[place - step];
        out[place] += (before + out[place + step]) * factor;
      }
    }
  }

  @Override
  public boolean isReversible() {
    return false;
  }

  @Override
  public int getImplType() {
    return WT_FILTER_FLOAT_LIFT;
  }

  @Override
  public int getAnLowNegSupport() {
    return 4;
  }

  @Override
  public int getAnLowPosSupport() {
    return 4;
  }

  @Override
  public int getAnHighNegSupport() {
    return 3;
  }

  @Override
  public int getAnHighPosSupport() {
    return 3;
  }

  @Override
  public int getSynLowNegSupport() {
    return 3;
  }

  @Override
  public int getSynLowPosSupport() {
    return 3;
  }

  @Override
  public int getSynHighNegSupport() {
    return 4;
  }

  @Override
  public int getSynHighPosSupport() {
    return 4;
  }

  @Override
  public boolean isSameAsFullWT(int tailOverlap, int headOverlap, int length) {
    return tailOverlap >= 2 && headOverlap >= (length % 2 == 0 ? 1 : 2);
  }
}
