package dev.shardline.volume.statistics;

/// How many values there are, their mean, and their population standard deviation (NumPy's `std`
/// with `ddof=0`).
///
/// @param count may be 0; then mean and deviation are 0
public record Moments(long count, double mean, double deviation) {

  /// Sums are kept in this many lanes, whatever the machine, and added in order at the end.
  private static final int LANES = 8;

  /// The moments of all values.
  public static Moments of(float[] values) {
    double mean = sum(values) / Math.max(1, values.length);
    return new Moments(
        values.length, mean, Math.sqrt(squares(values, mean) / Math.max(1, values.length)));
  }

  /// The moments of all values but zeros.
  public static Moments ofNonZero(float[] values) {
    long count = 0;
    for (float value : values) {
      count += value != 0 ? 1 : 0;
    }
    // Zeros add nothing to the sum, and mean² each to the squares.
    double mean = sum(values) / Math.max(1, count);
    double squares = squares(values, mean) - (values.length - count) * (mean * mean);
    return new Moments(count, mean, Math.sqrt(Math.max(0, squares) / Math.max(1, count)));
  }

  /// The moments of the values where `mask` is set.
  public static Moments ofMasked(float[] values, boolean[] mask) {
    long count = 0;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      if (mask[i]) {
        count++;
        sum += values[i];
      }
    }
    double mean = sum / Math.max(1, count);
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      double difference = mask[i] ? values[i] - mean : 0;
      squares += difference * difference;
    }
    return new Moments(count, mean, Math.sqrt(squares / Math.max(1, count)));
  }

  private static double sum(float[] values) {
    double[] lanes = new double[LANES];
    int whole = values.length - values.length % LANES;
    for (int i = 0; i < whole; i += LANES) {
      for (int lane = 0; lane < LANES; lane++) {
        lanes[lane] += values[i + lane];
      }
    }
    for (int i = whole; i < values.length; i++) {
      lanes[i - whole] += values[i];
    }
    return total(lanes);
  }

  private static double squares(float[] values, double mean) {
    double[] lanes = new double[LANES];
    int whole = values.length - values.length % LANES;
    for (int i = 0; i < whole; i += LANES) {
      for (int lane = 0; lane < LANES; lane++) {
        double difference = values[i + lane] - mean;
        lanes[lane] += difference * difference;
      }
    }
    for (int i = whole; i < values.length; i++) {
      double difference = values[i] - mean;
      lanes[i - whole] += difference * difference;
    }
    return total(lanes);
  }

  private static double total(double[] lanes) {
    double total = 0;
    for (double lane : lanes) {
      total += lane;
    }
    return total;
  }
}
