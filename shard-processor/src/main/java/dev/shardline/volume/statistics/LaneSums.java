package dev.shardline.volume.statistics;

/// A sum of many values, kept in a fixed number of lanes, whatever the machine, and added in order
/// at the end: which lane a value goes to depends on its place alone. For one thread.
final class LaneSums {
  private static final int LANES = 8;

  private final double[] lanes = new double[LANES];
  private long count;
  private long zeros;

  /// How many values were added.
  long count() {
    return count;
  }

  /// How many zeros were counted.
  long zeros() {
    return zeros;
  }

  /// Adds values.
  ///
  /// @param length a multiple of 8, but for the last piece
  void add(float[] piece, int length) {
    addPlain(lanes, piece, length);
    count += length;
  }

  /// Counts the zeros among values.
  void addZeros(float[] piece, int length) {
    int found = 0;
    for (int i = 0; i < length; i++) {
      found += piece[i] == 0 ? 1 : 0;
    }
    zeros += found;
  }

  /// Adds the squares of values' distances from their mean.
  ///
  /// @param length a multiple of 8, but for the last piece
  void addSquares(float[] piece, int length, double mean) {
    addSquares(lanes, piece, length, mean);
    count += length;
  }

  double total() {
    double total = 0;
    for (double lane : lanes) {
      total += lane;
    }
    return total;
  }

  private static void addPlain(double[] lanes, float[] piece, int length) {
    int whole = length - length % LANES;
    for (int i = 0; i < whole; i += LANES) {
      for (int lane = 0; lane < LANES; lane++) {
        lanes[lane] += piece[i + lane];
      }
    }
    for (int i = whole; i < length; i++) {
      lanes[i - whole] += piece[i];
    }
  }

  private static void addSquares(double[] lanes, float[] piece, int length, double mean) {
    int whole = length - length % LANES;
    for (int i = 0; i < whole; i += LANES) {
      for (int lane = 0; lane < LANES; lane++) {
        double difference = piece[i + lane] - mean;
        lanes[lane] += difference * difference;
      }
    }
    for (int i = whole; i < length; i++) {
      double difference = piece[i] - mean;
      lanes[i - whole] += difference * difference;
    }
  }
}
