package dev.shardline.signal.scale;

import java.util.Arrays;

/// A change of scale of a stretch of one signal channel. Immutable and safe to share.
public sealed interface Scaler {
  /// Rescales `values` between `from` (inclusive) and `to` (exclusive) in place.
  void apply(double[] values, int from, int to);

  /// Subtracts the mean and divides by the standard deviation (ddof 0). A constant stretch becomes
  /// zero.
  record ZScore() implements Scaler {
    @Override
    public void apply(double[] values, int from, int to) {
      double mean = Moments.mean(values, from, to);
      Moments.standardise(values, from, to, mean, Moments.deviation(values, from, to, mean));
    }
  }

  /// Subtracts the median and divides by the interquartile range, percentiles interpolated linearly
  /// as NumPy does. A stretch whose middle half is constant is only centred.
  record Robust() implements Scaler {
    @Override
    public void apply(double[] values, int from, int to) {
      if (from == to) {
        return;
      }
      Percentiles percentiles = Percentiles.of(values, from, to);
      double range = percentiles.at(75) - percentiles.at(25);
      Moments.standardise(values, from, to, percentiles.at(50), range == 0 ? 1 : range);
    }
  }

  /// Subtracts an exponentially weighted mean of all values so far and divides by the root of an
  /// equally weighted mean square: braindecode's `exponential_moving_standardize`, pandas' adjusted
  /// weights.
  ///
  /// @param newWeight the weight of a new value, 1e-3 by custom
  /// @param initialPoints the first time points are scaled by their common mean and deviation
  ///   instead; 0 for none
  /// @param smallest the least divisor, 1e-4 by custom
  record ExponentialMoving(double newWeight, int initialPoints, double smallest) implements Scaler {
    public ExponentialMoving {
      if (!(newWeight > 0 && newWeight <= 1) || initialPoints < 0 || !(smallest > 0)) {
        throw new IllegalArgumentException(
            "Exponential moving scaling needs a weight in 0..1, no negative initial block and a "
                + "positive least divisor, has %s, %d and %s"
                    .formatted(newWeight, initialPoints, smallest));
      }
    }

    @Override
    public void apply(double[] values, int from, int to) {
      int block = Math.min(from + initialPoints, to);
      double[] initial = Arrays.copyOfRange(values, from, block);
      MovingMean mean = new MovingMean(newWeight);
      MovingMean square = new MovingMean(newWeight);
      for (int i = from; i < to; i++) {
        double centred = values[i] - mean.next(values[i]);
        values[i] = centred / Math.max(smallest, Math.sqrt(square.next(centred * centred)));
      }
      double blockMean = Moments.mean(initial, 0, initial.length);
      double deviation = Moments.deviation(initial, 0, initial.length, blockMean);
      for (int i = from; i < block; i++) {
        values[i] = (initial[i - from] - blockMean) / Math.max(smallest, deviation);
      }
    }
  }

  /// Holds values within `±limit`.
  ///
  /// @param limit positive, in the values' unit
  record Clip(double limit) implements Scaler {
    public Clip {
      if (!(limit > 0)) {
        throw new IllegalArgumentException("A clipping limit is positive, not " + limit);
      }
    }

    @Override
    public void apply(double[] values, int from, int to) {
      for (int i = from; i < to; i++) {
        values[i] = Math.clamp(values[i], -limit, limit);
      }
    }
  }
}
