package dev.shardline.signal.format.edf;

import dev.shardline.signal.format.raw.Calibration;

/// `gain · (shift + number)`, as EDFlib's `edfread_physical_samples` has it.
record ScaledShift(double shift, double gain) implements Calibration {
  @Override
  public void apply(double[] numbers, int count, double[] into, int at) {
    for (int i = 0; i < count; i++) {
      into[at + i] = gain * (shift + numbers[i]);
    }
  }

  @Override
  public void apply(double[] numbers, int count, float[] into, int at) {
    for (int i = 0; i < count; i++) {
      into[at + i] = (float) (gain * (shift + numbers[i]));
    }
  }
}
