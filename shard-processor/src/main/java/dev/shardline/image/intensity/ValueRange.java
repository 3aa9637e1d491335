package dev.shardline.image.intensity;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;

/// The smallest and largest of some values.
///
/// @param low the smallest
/// @param high the largest
public record ValueRange(float low, float high) {
  /// The range of all values.
  ///
  /// @throws MalformedDataException NOT_FINITE if one of them is NaN or infinite
  public static ValueRange of(float[] values) throws MalformedDataException {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if (!Float.isFinite(low) || !Float.isFinite(high)) {
      throw new MalformedDataException(
          Reason.NOT_FINITE,
          "pixel values",
          "finite numbers",
          "a range of %s to %s".formatted(low, high));
    }
    return new ValueRange(low, high);
  }

  /// Whether all values are the same.
  public boolean isConstant() {
    return low == high;
  }
}
