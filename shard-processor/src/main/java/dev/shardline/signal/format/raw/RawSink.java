package dev.shardline.signal.format.raw;

import java.nio.FloatBuffer;

/// Takes stored numbers of one signal channel, a stretch at a time.
@FunctionalInterface
public interface RawSink {
  /// @param row the signal channel
  /// @param at time points between the start of the range asked for and the first of these numbers
  /// @param numbers the stored numbers, uncalibrated; the caller's to reuse afterwards
  /// @param count how many of them
  void accept(int row, int at, double[] numbers, int count);

  /// As the other, for numbers that are stored as float32 side by side: a sink that wants float32
  /// is spared the way through float64 and back.
  ///
  /// @param numbers all that remain in it
  default void accept(int row, int at, FloatBuffer numbers) {
    double[] widened = new double[numbers.remaining()];
    for (int i = 0; i < widened.length; i++) {
      widened[i] = numbers.get();
    }
    accept(row, at, widened, widened.length);
  }
}
