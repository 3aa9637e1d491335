package dev.shardline.inspect.draw;

/// How many values lie in each of many equally wide ranges.
///
/// @param low where the first range begins
/// @param high where the last range ends
@SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
record Histogram(double low, double high, long[] counts) {

  /// The histogram of the finite values between their least and greatest.
  static Histogram of(float[] values, int bins) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      if (Float.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    if (low > high) {
      return new Histogram(0, 1, new long[bins]);
    }
    long[] counts = new long[bins];
    double perValue = high > low ? bins / ((double) high - low) : 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        counts[Math.min((int) ((value - (double) low) * perValue), bins - 1)]++;
      }
    }
    return new Histogram(low, high, counts);
  }

  long largest() {
    long largest = 0;
    for (long count : counts) {
      largest = Math.max(largest, count);
    }
    return largest;
  }
}
