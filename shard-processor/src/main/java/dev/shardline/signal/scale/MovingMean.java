package dev.shardline.signal.scale;

/// The exponentially weighted mean of a growing series: `pandas.ewm(alpha, adjust=True).mean()`.
final class MovingMean {
  private final double decay;
  private double oldWeight;
  private double mean;

  MovingMean(double newWeight) {
    decay = 1 - newWeight;
  }

  /// The mean including `value`.
  double next(double value) {
    oldWeight *= decay;
    mean = (oldWeight * mean + value) / (oldWeight + 1);
    oldWeight += 1;
    return mean;
  }
}
