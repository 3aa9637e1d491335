package dev.shardline.volume.intensity;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.volume.FloatVoxels;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VoxelLayout;
import dev.shardline.volume.VoxelType;
import dev.shardline.volume.mask.Foreground;
import dev.shardline.volume.mask.Mask;
import dev.shardline.volume.statistics.Moments;

/// Subtracts the region's mean and divides by its population standard deviation, at least 1e-8, so
/// that a constant volume becomes 0 (MONAI's `NormalizeIntensity`, nnU-Net).
///
/// @param region where mean and deviation are taken from
/// @param outside what becomes of voxels that are not in the region
public record ZScore(Region region, Outside outside) {
  private static final double LEAST_DEVIATION = 1e-8;

  /// Voxels that are not in the region.
  public enum Outside {
    /// Stay as they are: zeros stay 0.
    KEEP,
    /// Are normalised like those inside.
    NORMALISE
  }

  /// What the volume is normalised by.
  ///
  /// @throws MalformedDataException if the region is empty
  public Moments statisticsOf(Volume volume) throws MalformedDataException {
    return region.momentsOf(volume);
  }

  /// The normalised volume; over the whole or all but zeros computed when it is read.
  public Volume apply(Volume volume, Moments statistics) {
    double mean = statistics.mean();
    double factor = 1 / Math.max(statistics.deviation(), LEAST_DEVIATION);
    if (outside == Outside.NORMALISE || region instanceof Region.Whole) {
      return volume.mapped(
          (values, from, to) -> normaliseAll(values, from, to, mean, factor), VoxelType.FLOAT32);
    }
    return switch (region) {
      case Region.Subject(Foreground.NonZero _) ->
          volume.mapped(
              (values, from, to) -> normaliseNonZero(values, from, to, mean, factor),
              VoxelType.FLOAT32);
      case Region.Subject(Foreground rule) -> inside(volume, rule.of(volume), mean, factor);
      case Region.Given(Mask mask) -> inside(volume, mask, mean, factor);
      case Region.Whole _ -> throw new IllegalStateException("the whole has no outside");
    };
  }

  private static void normaliseAll(float[] values, int from, int to, double mean, double factor) {
    for (int i = from; i < to; i++) {
      values[i] = (float) ((values[i] - mean) * factor);
    }
  }

  private static void normaliseNonZero(
      float[] values, int from, int to, double mean, double factor) {
    for (int i = from; i < to; i++) {
      float normal = (float) ((values[i] - mean) * factor);
      values[i] = values[i] != 0 ? normal : 0;
    }
  }

  private static Volume inside(Volume volume, Mask mask, double mean, double factor) {
    boolean[] set = mask.array();
    float[] values = volume.toArray();
    for (int start = 0; start < values.length; start += set.length) {
      for (int i = 0; i < set.length; i++) {
        if (set[i]) {
          values[start + i] = (float) ((values[start + i] - mean) * factor);
        }
      }
    }
    return volume.withVoxels(
        new FloatVoxels(values),
        VoxelLayout.xFastest(volume.shape()),
        volume.affine(),
        VoxelType.FLOAT32);
  }
}
