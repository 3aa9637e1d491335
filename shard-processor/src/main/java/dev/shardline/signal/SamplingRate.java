package dev.shardline.signal;

/// Time points per second, the same for every signal channel of a recording.
///
/// A double, as in every reference this project agrees with: EDF's "32 values in 0.1 s" and WFDB's
/// 249.9 Hz have no shorter exact form in the tools that read them.
///
/// @param hertz positive and finite
public record SamplingRate(double hertz) {
  public SamplingRate {
    if (!(hertz > 0) || Double.isInfinite(hertz)) {
      throw new IllegalArgumentException("A sampling rate must be positive, was " + hertz + " Hz");
    }
  }

  /// The moment of a time point: `index / hertz` seconds.
  public double secondsAt(long index) {
    return index / hertz;
  }

  /// The time point nearest to a moment: `round(seconds · hertz)`, halves to even, as `numpy.round`
  /// does in MNE's `time_as_index(use_rounding=True)`.
  public long nearestIndex(double seconds) {
    return (long) Math.rint(seconds * hertz);
  }

  /// How many time points a span of this length has: `round(seconds · hertz)`, halves to even.
  public long timePoints(double seconds) {
    return nearestIndex(seconds);
  }

  @Override
  public String toString() {
    return (hertz == Math.rint(hertz) && hertz < 1e15 ? Long.toString((long) hertz) : "" + hertz)
        + " Hz";
  }
}
