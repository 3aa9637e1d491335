package dev.shardline.volume.intensity;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VoxelType;
import dev.shardline.volume.statistics.Percentiles;
import java.util.Arrays;
import java.util.List;

/// Histogram standardisation (L. Nyúl, J. Udupa, X. Zhang 2000): maps the percentiles of a volume
/// to those of a standard histogram, by straight lines between them; beyond the outermost the
/// outermost lines go on. The percentiles, 1, 10, 20 … 90 and 99, and the rule are those of
/// TorchIO's `HistogramStandardization`.
///
/// @param values the standard histogram's values at [#PERCENTILES]
public record HistogramLandmarks(List<Double> values) {
  /// Where histograms are compared.
  public static final List<Double> PERCENTILES =
      List.of(1.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 99.0);

  /// The standard histogram runs from 0 to this.
  private static final double STANDARD_RANGE = 100;

  /// Landmarks closer to each other than this are one.
  private static final double LEAST_DISTANCE = 1e-5;

  public HistogramLandmarks {
    values = List.copyOf(values);
    if (values.size() != PERCENTILES.size()) {
      throw new IllegalArgumentException(
          "There are %d landmarks, not %d".formatted(PERCENTILES.size(), values.size()));
    }
  }

  /// A volume's own percentiles, moved and scaled so that the first is 0 and the last 100: what the
  /// standard histogram is the mean of.
  ///
  /// @throws MalformedDataException if the region is empty or all its values are alike
  public static HistogramLandmarks of(Volume volume, Region region) throws MalformedDataException {
    double[] own = percentiles(volume, region);
    double span = own[own.length - 1] - own[0];
    if (!(span > 0)) {
      throw new MalformedDataException(
          Reason.CHECK_FAILED, "percentiles 1 and 99", "two different values", "both " + own[0]);
    }
    return new HistogramLandmarks(
        Arrays.stream(own).map(value -> (value - own[0]) * STANDARD_RANGE / span).boxed().toList());
  }

  private static double[] percentiles(Volume volume, Region region) throws MalformedDataException {
    double[] wanted = PERCENTILES.stream().mapToDouble(Double::doubleValue).toArray();
    return Percentiles.of(region.valuesOf(volume), wanted);
  }

  /// The volume with its percentiles, taken over the region, moved to these; all voxels follow.
  ///
  /// @throws MalformedDataException if the region is empty
  public Volume apply(Volume volume, Region region) throws MalformedDataException {
    double[] own = percentiles(volume, region);
    double[] slopes = new double[own.length - 1];
    double[] offsets = new double[own.length - 1];
    for (int i = 0; i < slopes.length; i++) {
      double distance = own[i + 1] - own[i];
      slopes[i] = distance < LEAST_DISTANCE ? 0 : (values.get(i + 1) - values.get(i)) / distance;
      offsets[i] = values.get(i) - slopes[i] * own[i];
    }
    float[] changed = volume.copyValues();
    for (int i = 0; i < changed.length; i++) {
      int piece = piece(own, changed[i]);
      changed[i] = (float) (slopes[piece] * changed[i] + offsets[piece]);
    }
    return volume.withValues(changed, VoxelType.FLOAT32);
  }

  /// Between which two percentiles a value lies; NumPy's `digitize` over the inner ones.
  private static int piece(double[] own, double value) {
    int piece = 0;
    while (piece < own.length - 2 && value >= own[piece + 1]) {
      piece++;
    }
    return piece;
  }
}
