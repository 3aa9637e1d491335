package dev.shardline.signal.format.raw;

/// Takes stored numbers of one signal channel, a stretch at a time.
@FunctionalInterface
public interface RawSink {
  /// @param row the signal channel
  /// @param at time points between the start of the range asked for and the first of these numbers
  /// @param numbers the stored numbers, uncalibrated; the caller's to reuse afterwards
  /// @param count how many of them
  void accept(int row, int at, double[] numbers, int count);

  /// As the other, for numbers that are stored as float32: a sink that wants float32 is spared the
  /// way through float64 and back.
  default void accept(int row, int at, float[] numbers, int count) {
    double[] widened = new double[count];
    for (int i = 0; i < count; i++) {
      widened[i] = numbers[i];
    }
    accept(row, at, widened, count);
  }
}
