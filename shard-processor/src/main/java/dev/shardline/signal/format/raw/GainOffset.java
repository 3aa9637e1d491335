package dev.shardline.signal.format.raw;

/// `number · gain + offset`, product and sum rounded each: how MNE reads EDF and BrainVision.
public record GainOffset(double gain, double offset) implements Calibration {
  /// Stored numbers are values already.
  public static final GainOffset IDENTITY = new GainOffset(1, 0);

  @Override
  public boolean isIdentity() {
    return equals(IDENTITY);
  }

  @Override
  public void apply(double[] numbers, int count, double[] into, int at) {
    for (int i = 0; i < count; i++) {
      into[at + i] = numbers[i] * gain + offset;
    }
  }

  @Override
  public void apply(double[] numbers, int count, float[] into, int at) {
    for (int i = 0; i < count; i++) {
      into[at + i] = (float) (numbers[i] * gain + offset);
    }
  }
}
