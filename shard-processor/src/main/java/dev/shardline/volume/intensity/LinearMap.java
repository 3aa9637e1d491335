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

  /// The mapped volume, computed when it is read. Without a distance between the two points every
  /// value becomes `toLow`.
  public Volume apply(Volume volume) {
    return volume.mapped(this::map, VoxelType.FLOAT32);
  }

  private void map(float[] values, int from, int to) {
    double slope = fromHigh > fromLow ? (toHigh - toLow) / (fromHigh - fromLow) : 0;
    scale(values, from, to, slope);
    if (clip) {
      clip(values, from, to, (float) Math.min(toLow, toHigh), (float) Math.max(toLow, toHigh));
    }
  }

  private void scale(float[] values, int from, int to, double slope) {
    for (int i = from; i < to; i++) {
      values[i] = (float) ((values[i] - fromLow) * slope + toLow);
    }
  }

  static void clip(float[] values, int from, int to, float least, float most) {
    for (int i = from; i < to; i++) {
      values[i] = Math.max(least, Math.min(most, values[i]));
    }
  }
}
