package dev.shardline.signal.clean;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.Recording;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.SignalType;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/// Takes some of a recording's signal channels, in an order.
///
/// @param labels the wanted labels in the wanted order, compared exactly; empty for all, in the
///   recording's order
/// @param types the wanted types; empty for all. Channels asked for by label need not be of one
/// @param missing what becomes of a label that the recording lacks
public record ChannelPick(List<String> labels, Set<SignalType> types, Missing missing) {
  /// What becomes of a wanted signal channel that is not there.
  public enum Missing {
    /// The recording is refused.
    REFUSE,
    /// The others are taken.
    SKIP,
    /// It becomes a row of zeros, in the unit of the first channel that is there.
    ZERO
  }

  public ChannelPick {
    labels = List.copyOf(labels);
    types = Set.copyOf(types);
  }

  /// The picked signal channels; rows are shared with the given recording.
  ///
  /// @throws MalformedDataException if a label is missing and that is refused, or nothing is left
  public Recording apply(Recording recording) throws MalformedDataException {
    List<String> absent =
        labels.stream().filter(label -> recording.channelIndex(label).isEmpty()).toList();
    if (!absent.isEmpty() && missing == Missing.REFUSE) {
      throw refused(absent.toString(), recording);
    }
    int[] present = present(recording);
    if (present.length == 0) {
      throw refused(labels.isEmpty() ? "of the types " + types : labels.toString(), recording);
    }
    return absent.isEmpty() || missing == Missing.SKIP
        ? rows(recording, present)
        : withZeros(recording, recording.channels().get(present[0]).unit());
  }

  private static MalformedDataException refused(String wanted, Recording recording) {
    return new MalformedDataException(
        Reason.WRONG_KIND,
        "signal channels",
        wanted,
        recording.channels().stream().map(SignalChannel::label).toList().toString());
  }

  private int[] present(Recording recording) {
    if (labels.isEmpty()) {
      return IntStream.range(0, recording.channels().size())
          .filter(i -> types.isEmpty() || types.contains(recording.channels().get(i).type()))
          .toArray();
    }
    return labels.stream()
        .map(recording::channelIndex)
        .filter(OptionalInt::isPresent)
        .mapToInt(OptionalInt::getAsInt)
        .toArray();
  }

  private static Recording rows(Recording recording, int[] rows) {
    return recording.withChannels(
        IntStream.of(rows).mapToObj(recording.channels()::get).toList(),
        recording.traces().rows(rows));
  }

  private Recording withZeros(Recording recording, SignalUnit unit) {
    List<SignalChannel> channels = new ArrayList<>();
    for (String label : labels) {
      OptionalInt index = recording.channelIndex(label);
      channels.add(
          index.isPresent()
              ? recording.channels().get(index.getAsInt())
              : new SignalChannel(label, unit, SignalType.ofLabel(label)));
    }
    return recording.withChannels(channels, zeroFilled(recording));
  }

  private Traces zeroFilled(Recording recording) {
    return recording
        .traces()
        .rows(
            labels.stream()
                .map(recording::channelIndex)
                .mapToInt(index -> index.orElse(Traces.NO_ROW))
                .toArray());
  }
}
