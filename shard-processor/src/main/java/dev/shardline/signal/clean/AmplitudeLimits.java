package dev.shardline.signal.clean;

import dev.shardline.signal.feature.Waveform;

/// Finds epochs by how far a signal channel swings within them: too far is an artefact, hardly at
/// all a dead channel. MNE's `reject` and `flat`.
///
/// @param largest peak-to-peak amplitude that is still accepted, in the channels' unit; infinite
///   for no limit
/// @param smallest peak-to-peak amplitude that is still accepted; zero for no limit
public record AmplitudeLimits(double largest, double smallest) {
  public AmplitudeLimits {
    if (!(largest > 0 && smallest >= 0 && smallest < largest)) {
      throw new IllegalArgumentException(
          "Peak-to-peak limits need 0 <= flat < reject, have %s and %s"
              .formatted(smallest, largest));
    }
  }

  /// What a channel's amplitude says.
  public enum Verdict {
    ACCEPTED,
    /// Above the largest amplitude.
    PEAK_TO_PEAK,
    /// Below the smallest amplitude.
    FLAT,
    /// Not a number.
    NOT_FINITE
  }

  /// The verdict on one channel between `from` (inclusive) and `to` (exclusive).
  public Verdict judge(double[] signal, int from, int to) {
    double amplitude = Waveform.peakToPeak(signal, from, to);
    if (!Double.isFinite(amplitude)) {
      return Verdict.NOT_FINITE;
    }
    if (amplitude > largest) {
      return Verdict.PEAK_TO_PEAK;
    }
    return amplitude < smallest ? Verdict.FLAT : Verdict.ACCEPTED;
  }
}
