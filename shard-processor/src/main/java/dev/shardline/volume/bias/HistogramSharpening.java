package dev.shardline.volume.bias;

import java.util.Arrays;

/// Maps log intensities to what they would be without the blur that a bias field gives their
/// histogram: the blur, a Gaussian, is taken off by a Wiener filter, and each value is mapped to
/// its expectation under the sharper histogram (J. Sled et al. 1998; ITK's
/// `N4BiasFieldCorrectionImageFilter::SharpenImage`).
final class HistogramSharpening {
  private static final double LN_2 = StrictMath.log(2);

  private final int bins;
  private final int padded;
  private final int offset;
  private final double width;
  private final double noise;
  private final double[] cosines;

  HistogramSharpening(BiasSettings settings) {
    bins = settings.bins();
    padded = Integer.highestOneBit(Math.max(1, bins - 1)) << 2;
    offset = (padded - bins) / 2;
    width = settings.width();
    noise = settings.noise();
    cosines = new double[padded];
    for (int i = 0; i < padded; i++) {
      cosines[i] = StrictMath.cos(2 * Math.PI * i / padded);
    }
  }

  /// Replaces values by what they are more than the sharper ones.
  ///
  /// @param values log intensities, at least one
  void keepBlur(float[] values) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (float value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    double slope = (most - least) / (bins - 1);
    if (!(slope > 0)) {
      Arrays.fill(values, 0);
      return;
    }
    double[] expectations = expectations(histogram(values, least, slope), least, slope);
    for (int i = 0; i < values.length; i++) {
      double place = (values[i] - least) / slope;
      int bin = Math.min((int) place, bins - 2);
      double share = place - bin;
      float sharper =
          (float) (expectations[bin] + (expectations[bin + 1] - expectations[bin]) * share);
      values[i] -= sharper;
    }
  }

  /// Each value is shared between the two bins it lies between.
  private double[] histogram(float[] values, double least, double slope) {
    double[] histogram = new double[bins];
    for (float value : values) {
      double place = (value - least) / slope;
      int bin = Math.min((int) place, bins - 2);
      histogram[bin] += 1 - (place - bin);
      histogram[bin + 1] += place - bin;
    }
    return histogram;
  }

  /// For each bin the value that a voxel of it most likely had.
  private double[] expectations(double[] histogram, double least, double slope) {
    double[] blur = blur(slope);
    double[] spectrum = cosineSums(blur, 1);
    for (int i = 0; i < padded; i++) {
      spectrum[i] = spectrum[i] / (spectrum[i] * spectrum[i] + noise);
    }
    double[] unblur = cosineSums(spectrum, 1.0 / padded);
    double[] sharper = new double[padded];
    for (int i = 0; i < padded; i++) {
      double sum = 0;
      for (int bin = 0; bin < bins; bin++) {
        sum += histogram[bin] * unblur[(i - bin - offset + padded) % padded];
      }
      sharper[i] = Math.max(0, sum);
    }
    return ratios(sharper, blur, least, slope);
  }

  private double[] ratios(double[] sharper, double[] blur, double least, double slope) {
    double[] expectations = new double[bins];
    for (int bin = 0; bin < bins; bin++) {
      double numerator = 0;
      double denominator = 0;
      for (int i = 0; i < padded; i++) {
        double share = sharper[i] * blur[(bin + offset - i + padded) % padded];
        numerator += share * (least + (i - offset) * slope);
        denominator += share;
      }
      expectations[bin] = denominator != 0 ? numerator / denominator : 0;
    }
    return expectations;
  }

  /// A Gaussian over the padded histogram, its middle at 0, going on round the end.
  private double[] blur(double slope) {
    double scaled = width / slope;
    double exponent = 4 * LN_2 / (scaled * scaled);
    double factor = 2 * Math.sqrt(LN_2 / Math.PI) / scaled;
    double[] blur = new double[padded];
    for (int i = 0; i < padded; i++) {
      double distance = Math.min(i, padded - i);
      blur[i] = factor * StrictMath.exp(-distance * distance * exponent);
    }
    return blur;
  }

  /// The Fourier transform of an even function, and back with a factor of 1 / length.
  private double[] cosineSums(double[] even, double factor) {
    double[] sums = new double[padded];
    for (int k = 0; k < padded; k++) {
      double sum = 0;
      for (int i = 0; i < padded; i++) {
        sum += even[i] * cosines[(int) ((long) i * k % padded)];
      }
      sums[k] = sum * factor;
    }
    return sums;
  }
}
