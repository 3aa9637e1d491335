package dev.shardline.volume.mask;

import dev.shardline.volume.Volume;
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
    Volume still = volume.shape().isTimeSeries() ? timeMean(volume) : volume;
    return switch (this) {
      case NonZero _ -> nonZero(still);
      case Above(float threshold) -> above(still, threshold);
      case Otsu _ -> above(still, OtsuThreshold.of(still));
      case AbovePercentile(double percentile) ->
          above(still, (float) Percentiles.of(still.values(), percentile)[0]);
    };
  }

  private static Mask above(Volume volume, float threshold) {
    PlaneRule rule =
        (planes, set, at, length) -> {
          for (int i = 0; i < length; i++) {
            set[at + i] = planes[i] > threshold;
          }
        };
    return rule.over(volume);
  }

  private static Mask nonZero(Volume volume) {
    PlaneRule rule =
        (planes, set, at, length) -> {
          for (int i = 0; i < length; i++) {
            set[at + i] = planes[i] != 0;
          }
        };
    return rule.over(volume);
  }

  private static Volume timeMean(Volume volume) {
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
    return Volume.ofFloats(mean, volume.shape().withTimePoints(1), volume.affine());
  }
}
