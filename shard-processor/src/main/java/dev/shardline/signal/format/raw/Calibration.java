package dev.shardline.signal.format.raw;

/// How a stored number becomes a value in the channel's unit. Immutable.
///
/// Each implementation is the formula of one reference reader, in float64, operation by operation,
/// so that results are bit-equal to it; the float32 form rounds that result once.
public interface Calibration {
  /// Calibrates `numbers[0, count)` into `into[at, at + count)`.
  void apply(double[] numbers, int count, double[] into, int at);

  /// As [#apply(double[], int, double[], int)], each result rounded to float32.
  void apply(double[] numbers, int count, float[] into, int at);

  /// Whether values are the stored numbers themselves.
  default boolean isIdentity() {
    return false;
  }
}
