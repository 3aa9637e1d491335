package dev.shardline.volume.intensity;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VoxelType;
import dev.shardline.volume.statistics.Percentiles;

/// The values between which most voxels lie. Clipping to them takes the edge off single bright
/// voxels; scaling them to a fixed range makes volumes comparable (MONAI's
/// `ScaleIntensityRangePercentiles`).
///
/// @param region where the percentiles are taken from
/// @param lower percentile, 0 to 100
/// @param upper percentile, above `lower`
public record PercentileRange(Region region, double lower, double upper) {
  public PercentileRange {
    if (!(lower >= 0 && lower < upper && upper <= 100)) {
      throw new IllegalArgumentException(
          "Percentiles rise from 0 to 100, not " + lower + " to " + upper);
    }
  }

  /// The two values, lower first.
  ///
  /// @throws MalformedDataException if the region is empty
  public double[] of(Volume volume) throws MalformedDataException {
    return Percentiles.of(region.valuesOf(volume), lower, upper);
  }

  /// The volume with every value outside `range` set to its nearer end; computed when it is read.
  public static Volume clip(Volume volume, double[] range) {
    float least = (float) range[0];
    float most = (float) range[1];
    return volume.mapped(
        (values, from, to) -> LinearMap.clip(values, from, to, least, most), VoxelType.FLOAT32);
  }
}
