package dev.shardline.volume.resample;

import dev.shardline.volume.VoxelType;
import java.util.function.IntToDoubleFunction;

/// Keeps the values of an integer volume whole, as SciPy and SimpleITK do when the output has the
/// input's type: rounded to the nearest, halves away from zero, and clamped to the type.
final class WholeNumbers {
  /// How near a half float arithmetic cannot be trusted, relative to the value.
  private static final double NEAR_HALF = 4e-6;

  private final boolean active;
  private final double lowest;
  private final double highest;

  private WholeNumbers(boolean active, double lowest, double highest) {
    this.active = active;
    this.lowest = lowest;
    this.highest = highest;
  }

  /// Values stay as they are computed.
  static WholeNumbers off() {
    return new WholeNumbers(false, 0, 0);
  }

  /// Values of an integer type are rounded; others stay.
  static WholeNumbers of(VoxelType type) {
    return type.isInteger() ? new WholeNumbers(true, type.lowest(), type.highest()) : off();
  }

  boolean isActive() {
    return active;
  }

  /// Rounds a row. Float arithmetic may fall on the wrong side of a half; values that near one are
  /// computed again exactly.
  ///
  /// @param exact gives the double that a value, by its place in the row, should have
  void apply(float[] values, int from, int length, IntToDoubleFunction exact) {
    for (int i = 0; i < length; i++) {
      double value = values[from + i];
      double fraction = value - Math.floor(value);
      if (Math.abs(fraction - 0.5) <= NEAR_HALF * Math.max(1, Math.abs(value))) {
        value = exact.applyAsDouble(i);
      }
      values[from + i] = round(value);
    }
  }

  /// The nearest integer of the type.
  float round(double value) {
    double whole = value < 0 ? Math.ceil(value - 0.5) : Math.floor(value + 0.5);
    return (float) Math.max(lowest, Math.min(highest, whole));
  }
}
