package dev.shardline.volume.intensity;

import dev.shardline.volume.Volume;
import dev.shardline.volume.VoxelType;

/// A straight line through two points, optionally cut off at both: how min-max, percentile and
/// robust scaling change values.
///
/// @param fromLow this value becomes `toLow`
/// @param fromHigh this value becomes `toHigh`
/// @param clip whether values beyond become `toLow` and `toHigh`
public record LinearMap(
    double fromLow, double fromHigh, double toLow, double toHigh, boolean clip) {

  /// The mapped volume. Without a distance between the two points every value becomes `toLow`.
  public Volume apply(Volume volume) {
    float[] values = volume.copyValues();
    double slope = fromHigh > fromLow ? (toHigh - toLow) / (fromHigh - fromLow) : 0;
    map(values, slope);
    if (clip) {
      clip(values);
    }
    return volume.withValues(values, VoxelType.FLOAT32);
  }

  private void map(float[] values, double slope) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((values[i] - fromLow) * slope + toLow);
    }
  }

  private void clip(float[] values) {
    float least = (float) Math.min(toLow, toHigh);
    float most = (float) Math.max(toLow, toHigh);
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(least, Math.min(most, values[i]));
    }
  }
}
