package dev.shardline.volume.mask;

import dev.shardline.volume.Volume;

/// The threshold that best separates values into two classes (N. Otsu, 1979), over 256 bins between
/// the least and the greatest value: scikit-image's `threshold_otsu` for floating-point images.
public final class OtsuThreshold {
  private static final int BINS = 256;

  private OtsuThreshold() {}

  /// The centre of the bin that ends the lower class; values above it belong to the upper one. A
  /// volume of one value gives that value.
  public static float of(Volume volume) {
    float[] range = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
    volume.readPieces((piece, length) -> widen(range, piece, length));
    float least = range[0];
    float most = range[1];
    if (!(least < most)) {
      return least;
    }
    long[] counts = new long[BINS];
    volume.readPieces((piece, length) -> count(piece, length, least, most, counts));
    return separating(counts, least, most);
  }

  private static void widen(float[] range, float[] values, int length) {
    float least = range[0];
    float most = range[1];
    for (int i = 0; i < length; i++) {
      least = Math.min(least, values[i]);
      most = Math.max(most, values[i]);
    }
    range[0] = least;
    range[1] = most;
  }

  private static void count(float[] values, int length, float least, float most, long[] counts) {
    double perValue = BINS / ((double) most - least);
    for (int i = 0; i < length; i++) {
      counts[Math.min((int) ((values[i] - (double) least) * perValue), BINS - 1)]++;
    }
  }

  private static float separating(long[] counts, float least, float most) {
    double width = ((double) most - least) / BINS;
    double total = 0;
    double sum = 0;
    for (int bin = 0; bin < BINS; bin++) {
      total += counts[bin];
      sum += counts[bin] * centre(bin, least, width);
    }
    double lowerCount = 0;
    double lowerSum = 0;
    double best = -1;
    int threshold = 0;
    for (int bin = 0; bin < BINS - 1; bin++) {
      lowerCount += counts[bin];
      lowerSum += counts[bin] * centre(bin, least, width);
      double difference = lowerSum / lowerCount - (sum - lowerSum) / (total - lowerCount);
      double between = lowerCount * (total - lowerCount) * difference * difference;
      if (between > best) {
        best = between;
        threshold = bin;
      }
    }
    return (float) centre(threshold, least, width);
  }

  private static double centre(int bin, float least, double width) {
    return least + (bin + 0.5) * width;
  }
}
