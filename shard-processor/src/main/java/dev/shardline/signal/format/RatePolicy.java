package dev.shardline.signal.format;

import dev.shardline.signal.SamplingRate;

/// Which tracks of a file with mixed rates become the recording. Nothing is ever resampled on
/// reading: tracks at other rates are left out, or the file is refused.
public sealed interface RatePolicy {
  /// All wanted tracks must have one rate.
  record Same() implements RatePolicy {}

  /// The tracks at the highest rate.
  record Highest() implements RatePolicy {}

  /// The tracks at the rate that most have; of two such, the higher.
  record MostCommon() implements RatePolicy {}

  /// The tracks at exactly this rate, of which there must be one.
  record Exactly(SamplingRate rate) implements RatePolicy {}
}
