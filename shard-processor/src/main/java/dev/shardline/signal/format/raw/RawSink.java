package dev.shardline.signal.format.raw;

/// Takes stored numbers of one signal channel, a stretch at a time.
@FunctionalInterface
public interface RawSink {
  /// @param row the signal channel
  /// @param at time points between the start of the range asked for and the first of these numbers
  /// @param numbers the stored numbers, uncalibrated; the caller's to reuse afterwards
  /// @param count how many of them
  void accept(int row, int at, double[] numbers, int count);
}
