package dev.shardline.signal.format.onda;

import dev.shardline.signal.format.raw.Calibration;

/// `fma(resolution, number, offset)`, rounded once, as Onda.jl decodes.
record FusedCalibration(double resolution, double offset) implements Calibration {
  @Override
  public void apply(double[] numbers, int count, double[] into, int at) {
    for (int i = 0; i < count; i++) {
      into[at + i] = Math.fma(resolution, numbers[i], offset);
    }
  }

  @Override
  public void apply(double[] numbers, int count, float[] into, int at) {
    for (int i = 0; i < count; i++) {
      into[at + i] = (float) Math.fma(resolution, numbers[i], offset);
    }
  }
}
