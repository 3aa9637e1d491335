package dev.shardline.signal.filter;

/// A second-order notch: takes out one frequency, such as the mains'. Coefficients are those of
/// `scipy.signal.iirnotch`. Source: Orfanidis, Introduction to Signal Processing, section 11.3.
public final class Notch {
  /// SciPy's customary quality: the notch is a thirtieth of its frequency wide.
  public static final double DEFAULT_QUALITY = 30;

  private Notch() {}

  /// Designs a notch.
  ///
  /// @param frequency what is taken out, in Hz, below half the sampling rate
  /// @param quality the frequency over the notch's width at −3 dB
  /// @throws IllegalArgumentException if the frequency or quality is out of range, or the notch is
  ///   so wide that the filter would be unstable
  public static SecondOrderSections design(double frequency, double quality, double samplingRate) {
    if (!(frequency > 0 && frequency < samplingRate / 2)) {
      throw new IllegalArgumentException(
          "A notch lies between 0 and half the sampling rate of %s Hz, not at %s Hz"
              .formatted(samplingRate, frequency));
    }
    if (!(quality > 0)) {
      throw new IllegalArgumentException("A notch's quality is positive, not " + quality);
    }
    if (!(frequency / quality < samplingRate / 2)) {
      throw new IllegalArgumentException(
          "A notch at %s Hz of quality %s is %s Hz wide, which leaves nothing below half the sampling rate of %s Hz"
              .formatted(frequency, quality, frequency / quality, samplingRate));
    }
    double normalised = 2 * frequency / samplingRate;
    double width = normalised / quality * Math.PI;
    double centre = normalised * Math.PI;
    double level = 1 / Math.sqrt(2);
    double beta = Math.sqrt(1 - level * level) / level * StrictMath.tan(width / 2);
    double gain = 1 / (1 + beta);
    double cosine = StrictMath.cos(centre);
    return new SecondOrderSections(
        gain, gain * (-2 * cosine), gain, 1, -2 * gain * cosine, 2 * gain - 1);
  }
}
