package dev.shardline.signal.format;

/// The choices that a reader does not make by itself, because each can change results unseen.
///
/// @param rates which tracks of a file with mixed rates become the recording
/// @param gaps what becomes of interruptions
/// @param length what becomes of a file that is shorter or longer than its header says
/// @param labels what becomes of labels that repeat
/// @param channels which tracks are wanted at all; the others are neither checked nor decoded
public record ReadOptions(
    RatePolicy rates,
    GapPolicy gaps,
    LengthPolicy length,
    LabelPolicy labels,
    ChannelFilter channels) {
  /// Refuses whatever needs a choice; wants every track.
  public static final ReadOptions STRICT =
      new ReadOptions(
          new RatePolicy.Same(),
          GapPolicy.REFUSE,
          LengthPolicy.EXACT,
          LabelPolicy.REFUSE,
          ChannelFilter.ALL);

  public ReadOptions withRates(RatePolicy newRates) {
    return new ReadOptions(newRates, gaps, length, labels, channels);
  }

  public ReadOptions withGaps(GapPolicy newGaps) {
    return new ReadOptions(rates, newGaps, length, labels, channels);
  }

  public ReadOptions withLength(LengthPolicy newLength) {
    return new ReadOptions(rates, gaps, newLength, labels, channels);
  }

  public ReadOptions withLabels(LabelPolicy newLabels) {
    return new ReadOptions(rates, gaps, length, newLabels, channels);
  }

  public ReadOptions withChannels(ChannelFilter newChannels) {
    return new ReadOptions(rates, gaps, length, labels, newChannels);
  }
}
