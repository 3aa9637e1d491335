package dev.shardline.signal.format.wfdb;

import dev.shardline.signal.format.raw.Calibration;

/// `(number − baseline) / gain`, as wfdb-python's `Record.dac`.
record WfdbCalibration(double baseline, double gain) implements Calibration {
  @Override
  public void apply(double[] numbers, int count, double[] into, int at) {
    for (int i = 0; i < count; i++) {
      into[at + i] = (numbers[i] - baseline) / gain;
    }
  }

  @Override
  public void apply(double[] numbers, int count, float[] into, int at) {
    for (int i = 0; i < count; i++) {
      into[at + i] = (float) ((numbers[i] - baseline) / gain);
    }
  }
}
