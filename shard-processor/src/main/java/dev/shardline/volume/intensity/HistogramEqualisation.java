package dev.shardline.volume.intensity;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VoxelType;

/// Spreads values so that each range of the result holds equally many voxels: a value becomes the
/// share of the region's voxels at or below it, 0 to 1. scikit-image's `equalize_hist`.
///
/// @param region where the histogram is taken from
/// @param bins of equal width between the region's least and greatest value
public record HistogramEqualisation(Region region, int bins) {
  public HistogramEqualisation {
    if (bins < 2) {
      throw new IllegalArgumentException("A histogram has at least 2 bins, not " + bins);
    }
  }

  /// The equalised volume, float32; a constant region gives all 1.
  public Volume apply(Volume volume) throws MalformedDataException {
    float[] inside = region.valuesOf(volume);
    float[] range = Scaling.extremes(inside);
    double[] shares = shares(inside, range);
    double perValue = range[1] > range[0] ? bins / ((double) range[1] - range[0]) : 0;
    float[] values = volume.copyValues();
    for (int i = 0; i < values.length; i++) {
      double place = (values[i] - (double) range[0]) * perValue - 0.5;
      values[i] = (float) between(shares, place);
    }
    return volume.withValues(values, VoxelType.FLOAT32);
  }

  private double[] shares(float[] inside, float[] range) {
    double perValue = bins / ((double) range[1] - range[0]);
    double[] shares = new double[bins];
    for (float value : inside) {
      int bin = (int) ((value - (double) range[0]) * perValue);
      shares[Math.clamp(bin, 0, bins - 1)]++;
    }
    double below = 0;
    for (int bin = 0; bin < bins; bin++) {
      below += shares[bin];
      shares[bin] = below / inside.length;
    }
    return shares;
  }

  /// The share at a place between bin centres; outside them that of the outermost.
  private static double between(double[] shares, double place) {
    int last = shares.length - 1;
    double inside = Math.clamp(place, 0, last);
    int bin = Math.min((int) inside, last - 1);
    double fraction = inside - bin;
    return shares[bin] + (shares[bin + 1] - shares[bin]) * fraction;
  }
}
