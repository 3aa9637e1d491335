package dev.shardline.signal.format;

import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.SignalChannel;

/// One track of a file, as its header describes it. Unlike the signal channels of a recording,
/// tracks of one file may differ in rate and share a label.
public record TrackFacts(SignalChannel channel, SamplingRate rate, long timePoints) {
  public TrackFacts {
    if (timePoints < 0) {
      throw new IllegalArgumentException("Negative number of time points: " + timePoints);
    }
  }
}
