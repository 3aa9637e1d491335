package dev.shardline.image.intensity;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.image.Float32Image;
import dev.shardline.image.Image;
import java.util.Arrays;

/// Exact percentiles of a picture's values.
public final class Percentiles {
  private Percentiles() {}

  /// Brings the lower percentile to 0 and the upper to 1 and cuts off what lies beyond, as MONAI's
  /// `ScaleIntensityRangePercentiles(lower, upper, 0, 1, clip=True)`. A picture whose percentiles
  /// are equal becomes zeros.
  ///
  /// @param lower in percent, 0 to 100
  /// @param upper in percent, above `lower`
  /// @throws MalformedDataException NOT_FINITE
  public static Float32Image scale(Image image, double lower, double upper)
      throws MalformedDataException {
    float[] values = Values.of(image);
    ValueRange.of(values);
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    double low = of(sorted, lower);
    double width = of(sorted, upper) - low;
    for (int i = 0; i < values.length; i++) {
      values[i] = width == 0 ? 0 : (float) Math.clamp((values[i] - low) / width, 0, 1);
    }
    return Float32Image.of(image.shape(), values);
  }

  /// NumPy's `percentile` with linear interpolation.
  ///
  /// @param sorted values in ascending order, at least one
  static double of(float[] sorted, double percent) {
    double place = percent / 100 * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    double fraction = place - below;
    double step = (double) sorted[above] - sorted[below];
    return fraction < 0.5 ? sorted[below] + step * fraction : sorted[above] - step * (1 - fraction);
  }
}
