package dev.shardline.volume.mask;

/// The threshold that best separates values into two classes (N. Otsu, 1979), over 256 bins between
/// the least and the greatest value: scikit-image's `threshold_otsu` for floating-point images.
public final class OtsuThreshold {
  private static final int BINS = 256;

  private OtsuThreshold() {}

  /// The centre of the bin that ends the lower class; values above it belong to the upper one. A
  /// volume of one value gives that value.
  public static float of(float[] values) {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return least < most ? separating(histogram(values, least, most), least, most) : least;
  }

  private static long[] histogram(float[] values, float least, float most) {
    long[] counts = new long[BINS];
    double perValue = BINS / ((double) most - least);
    for (float value : values) {
      counts[Math.min((int) ((value - (double) least) * perValue), BINS - 1)]++;
    }
    return counts;
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
