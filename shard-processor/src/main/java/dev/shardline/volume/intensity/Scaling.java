package dev.shardline.volume.intensity;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VoxelType;
import dev.shardline.volume.statistics.Percentiles;

/// Scalings that need nothing but the volume itself.
public final class Scaling {
  private static final double LEAST_SPREAD = 1e-8;

  private Scaling() {}

  /// The least value of the region becomes `low`, the greatest `high`; a constant volume becomes
  /// `low`.
  public static Volume minMax(Volume volume, Region region, double low, double high)
      throws MalformedDataException {
    float[] range = extremes(region.valuesOf(volume));
    return new LinearMap(range[0], range[1], low, high, false).apply(volume);
  }

  /// Subtracts the region's median and divides by the distance between its quartiles (at least
  /// 1e-8): a z-score that outliers do not move.
  public static Volume robust(Volume volume, Region region) throws MalformedDataException {
    double[] quartiles = Percentiles.of(region.valuesOf(volume), 25, 50, 75);
    double spread = Math.max(quartiles[2] - quartiles[0], LEAST_SPREAD);
    return new LinearMap(quartiles[1], quartiles[1] + spread, 0, 1, false).apply(volume);
  }

  /// Raises values, scaled to 0 … 1, to the power `gamma`, and scales back: below 1 brightens,
  /// above 1 darkens (MONAI's `AdjustContrast`).
  public static Volume gamma(Volume volume, double gamma) {
    float[] values = volume.copyValues();
    float[] range = extremes(values);
    double spread = (double) range[1] - range[0];
    if (spread > 0) {
      for (int i = 0; i < values.length; i++) {
        double fraction = (values[i] - (double) range[0]) / spread;
        values[i] = (float) (Math.pow(fraction, gamma) * spread + range[0]);
      }
    }
    return volume.withValues(values, VoxelType.FLOAT32);
  }

  /// The least and the greatest value.
  static float[] extremes(float[] values) {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return new float[] {least, most};
  }
}
