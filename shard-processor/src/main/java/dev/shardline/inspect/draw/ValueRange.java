package dev.shardline.inspect.draw;

/// From the least to the greatest finite value.
record ValueRange(double low, double high) {
  static ValueRange of(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return low <= high ? new ValueRange(low, high) : new ValueRange(0, 0);
  }

  double span() {
    return high - low;
  }

  /// Where a value lies, 0 to 1; the middle of a range of one value.
  double share(double value) {
    return span() > 0 ? (value - low) / span() : 0.5;
  }
}
