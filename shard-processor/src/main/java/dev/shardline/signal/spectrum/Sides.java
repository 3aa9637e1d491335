package dev.shardline.signal.spectrum;

/// Which half of the frequency axis a spectrum shows.
public enum Sides {
  /// Bins 0 to `n/2`; all but zero and the middle bin carry the power of both halves.
  ONE_SIDED,
  /// All `n` bins, in the transform's order: from zero up, then the negative frequencies.
  TWO_SIDED;

  /// How many bins a transform of `points` shows.
  public int bins(int points) {
    return this == ONE_SIDED ? points / 2 + 1 : points;
  }

  /// The same for more points than an array holds.
  public long bins(long points) {
    return this == ONE_SIDED ? points / 2 + 1 : points;
  }

  /// The frequencies of the bins.
  public double[] frequencies(int points, double samplingRate) {
    double spacing = 1 / (points * (1 / samplingRate));
    double[] frequencies = new double[bins(points)];
    for (int k = 0; k < frequencies.length; k++) {
      boolean negative = this == TWO_SIDED && k >= (points + 1) / 2;
      frequencies[k] = (negative ? k - points : k) * spacing;
    }
    return frequencies;
  }
}
