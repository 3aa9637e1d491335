package dev.shardline.signal.format.edf;

import dev.shardline.signal.format.raw.Calibration;

/// `(number − start) · physical / digital + base`, each operation rounded.
record Proportion(double start, double physical, double digital, double base)
    implements Calibration {
  @Override
  public void apply(double[] numbers, int count, double[] into, int at) {
    for (int i = 0; i < count; i++) {
      into[at + i] = (numbers[i] - start) * physical / digital + base;
    }
  }

  @Override
  public void apply(double[] numbers, int count, float[] into, int at) {
    for (int i = 0; i < count; i++) {
      into[at + i] = (float) ((numbers[i] - start) * physical / digital + base);
    }
  }
}
