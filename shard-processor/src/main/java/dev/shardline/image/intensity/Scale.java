package dev.shardline.image.intensity;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.image.Float32Image;
import dev.shardline.image.Image;
import dev.shardline.image.Uint16Image;
import dev.shardline.image.Uint8Image;

/// Brings values to a range; the result is float32. Sums are doubles in array order; a picture of
/// one value becomes zeros, never NaN.
public final class Scale {
  /// What a standard deviation is never divided by less than.
  public static final double SMALLEST_DEVIATION = 1e-8;

  private Scale() {}

  /// Divides by the pixel type's largest value: 255 or 65,535. Float pictures stay as they are.
  /// Equals NumPy's `image.astype(float32) / 255`.
  public static Float32Image fullRange(Image image) {
    return switch (image) {
      case Uint8Image bytes -> divide(bytes, 255);
      case Uint16Image shorts -> divide(shorts, 65_535);
      case Float32Image floats -> floats;
    };
  }

  /// Divides every value, in float32.
  public static Float32Image divide(Image image, float divisor) {
    if (image instanceof Uint8Image bytes) {
      return Float32Image.of(image.shape(), lookedUp(bytes.pixels(), quotients(divisor)));
    }
    float[] values = Values.of(image);
    for (int i = 0; i < values.length; i++) {
      values[i] /= divisor;
    }
    return Float32Image.of(image.shape(), values);
  }

  private static float[] quotients(float divisor) {
    float[] quotients = new float[256];
    for (int value = 0; value < quotients.length; value++) {
      quotients[value] = value / divisor;
    }
    return quotients;
  }

  private static float[] lookedUp(byte[] pixels, float[] table) {
    float[] values = new float[pixels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = table[pixels[i] & 0xFF];
    }
    return values;
  }

  /// Brings the smallest value to 0 and the largest to 1.
  ///
  /// @throws MalformedDataException NOT_FINITE
  public static Float32Image minMax(Image image) throws MalformedDataException {
    float[] values = Values.of(image);
    ValueRange range = ValueRange.of(values);
    double width = (double) range.high() - range.low();
    for (int i = 0; i < values.length; i++) {
      values[i] = range.isConstant() ? 0 : (float) ((values[i] - (double) range.low()) / width);
    }
    return Float32Image.of(image.shape(), values);
  }

  /// Subtracts the mean and divides by the standard deviation (of the population, ddof 0) over all
  /// values.
  ///
  /// @throws MalformedDataException NOT_FINITE
  public static Float32Image zScore(Image image) throws MalformedDataException {
    return standardise(image, false);
  }

  /// As [#zScore], with mean and deviation of the values that are not zero; zeros stay zero.
  ///
  /// @throws MalformedDataException NOT_FINITE
  public static Float32Image zScoreOfNonzero(Image image) throws MalformedDataException {
    return standardise(image, true);
  }

  private static Float32Image standardise(Image image, boolean nonzero)
      throws MalformedDataException {
    float[] values = Values.of(image);
    ValueRange.of(values);
    Moments moments = Moments.of(values, nonzero);
    double deviation = Math.max(moments.deviation(), SMALLEST_DEVIATION);
    for (int i = 0; i < values.length; i++) {
      boolean kept = nonzero && values[i] == 0;
      values[i] = kept ? 0 : (float) ((values[i] - moments.mean()) / deviation);
    }
    return Float32Image.of(image.shape(), values);
  }

  private record Moments(double mean, double deviation) {
    static Moments of(float[] values, boolean nonzero) {
      double sum = 0;
      long count = 0;
      for (float value : values) {
        if (!nonzero || value != 0) {
          sum += value;
          count++;
        }
      }
      double mean = count == 0 ? 0 : sum / count;
      double squares = 0;
      for (float value : values) {
        if (!nonzero || value != 0) {
          squares += (value - mean) * (value - mean);
        }
      }
      return new Moments(mean, count == 0 ? 0 : Math.sqrt(squares / count));
    }
  }
}
