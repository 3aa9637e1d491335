package dev.shardline.volume.mask;

import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.statistics.Percentiles;

/// Which voxels of a volume show the subject rather than air.
public sealed interface Foreground {

  /// Values above a fixed one.
  record Above(float threshold) implements Foreground {}

  /// Values that are not 0: for skull-stripped volumes.
  record NonZero() implements Foreground {}

  /// Values above Otsu's threshold.
  record Otsu() implements Foreground {}

  /// Values above a percentile of all values, 0 to 100.
  record AbovePercentile(double percentile) implements Foreground {
    public AbovePercentile {
      if (!(percentile >= 0 && percentile <= 100)) {
        throw new IllegalArgumentException("A percentile is 0 to 100, not " + percentile);
      }
    }
  }

  /// The foreground of a 3-D volume; of a time series that of its mean over time.
  default Mask of(Volume volume) {
    float[] values = volume.shape().isTimeSeries() ? timeMean(volume) : volume.compact().values();
    VolumeShape space = volume.shape().withTimePoints(1);
    return switch (this) {
      case NonZero _ -> nonZero(values, space);
      case Above(float threshold) -> above(values, space, threshold);
      case Otsu _ -> above(values, space, OtsuThreshold.of(values));
      case AbovePercentile(double percentile) ->
          above(values, space, (float) Percentiles.of(values, percentile)[0]);
    };
  }

  private static Mask above(float[] values, VolumeShape shape, float threshold) {
    boolean[] set = new boolean[values.length];
    for (int i = 0; i < set.length; i++) {
      set[i] = values[i] > threshold;
    }
    return new Mask(shape, set);
  }

  private static Mask nonZero(float[] values, VolumeShape shape) {
    boolean[] set = new boolean[values.length];
    for (int i = 0; i < set.length; i++) {
      set[i] = values[i] != 0;
    }
    return new Mask(shape, set);
  }

  private static float[] timeMean(Volume volume) {
    int points = volume.shape().timePoints();
    float[] mean = volume.timePoint(0).toArray();
    for (int t = 1; t < points; t++) {
      float[] next = volume.timePoint(t).toArray();
      for (int i = 0; i < mean.length; i++) {
        mean[i] += next[i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= points;
    }
    return mean;
  }
}
