package dev.shardline.signal.format;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.SignalChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;

/// The tracks of a file that become a recording: wanted, of one rate, under unique labels.
///
/// @param tracks positions in the file's list of tracks, ascending
/// @param channels the signal channel that each becomes
/// @param rate of all of them
/// @param timePoints of each of them
public record TrackSelection(
    List<Integer> tracks, List<SignalChannel> channels, SamplingRate rate, long timePoints) {
  public TrackSelection {
    tracks = List.copyOf(tracks);
    channels = List.copyOf(channels);
  }

  /// Applies the options to a file's tracks.
  ///
  /// @param headerOffset where in the file the header describes a track, for messages
  /// @throws MalformedDataException if no track is left, or the options refuse what is
  public static TrackSelection of(
      List<TrackFacts> tracks, ReadOptions options, IntToLongFunction headerOffset)
      throws MalformedDataException {
    List<Integer> wanted = new ArrayList<>();
    for (int i = 0; i < tracks.size(); i++) {
      if (options.channels().keeps(tracks.get(i).channel().label())) {
        wanted.add(i);
      }
    }
    if (wanted.isEmpty()) {
      throw new MalformedDataException(
          Reason.WRONG_KIND,
          "signal channels",
          "at least one that is asked for",
          tracks.isEmpty() ? "none" : "only " + labels(tracks));
    }
    SamplingRate rate = rate(tracks, wanted, options.rates(), headerOffset);
    List<Integer> kept =
        wanted.stream().filter(track -> tracks.get(track).rate().equals(rate)).toList();
    List<SignalChannel> channels = kept.stream().map(track -> tracks.get(track).channel()).toList();
    return new TrackSelection(
        kept,
        uniquelyLabelled(kept, channels, options.labels(), headerOffset),
        rate,
        tracks.get(kept.getFirst()).timePoints());
  }

  private static List<String> labels(List<TrackFacts> tracks) {
    return tracks.stream().limit(20).map(track -> track.channel().label()).toList();
  }

  private static SamplingRate rate(
      List<TrackFacts> tracks,
      List<Integer> wanted,
      RatePolicy policy,
      IntToLongFunction headerOffset)
      throws MalformedDataException {
    TreeMap<SamplingRate, Integer> counts =
        new TreeMap<>(Comparator.comparingDouble(SamplingRate::hertz));
    wanted.forEach(track -> counts.merge(tracks.get(track).rate(), 1, Integer::sum));
    return switch (policy) {
      case RatePolicy.Same() -> onlyRate(tracks, wanted, headerOffset);
      case RatePolicy.Highest() -> counts.lastKey();
      case RatePolicy.MostCommon() -> mostCommon(counts);
      case RatePolicy.Exactly(SamplingRate rate) -> {
        if (!counts.containsKey(rate)) {
          throw new MalformedDataException(
              Reason.WRONG_KIND,
              "sampling rate",
              "a signal channel at " + rate,
              "only " + counts.keySet());
        }
        yield rate;
      }
    };
  }

  private static SamplingRate onlyRate(
      List<TrackFacts> tracks, List<Integer> wanted, IntToLongFunction headerOffset)
      throws MalformedDataException {
    TrackFacts first = tracks.get(wanted.getFirst());
    for (int track : wanted) {
      TrackFacts other = tracks.get(track);
      if (!other.rate().equals(first.rate())) {
        throw new MalformedDataException(
            Reason.WRONG_KIND,
            "sampling rate of '" + other.channel().label() + "'",
            headerOffset.applyAsLong(track),
            "that of '%s', %s; choose which rate to read"
                .formatted(first.channel().label(), first.rate()),
            other.rate().toString());
      }
    }
    return first.rate();
  }

  private static SamplingRate mostCommon(TreeMap<SamplingRate, Integer> counts) {
    SamplingRate best = counts.lastKey();
    for (Map.Entry<SamplingRate, Integer> entry : counts.descendingMap().entrySet()) {
      if (entry.getValue() > counts.getOrDefault(best, 0)) {
        best = entry.getKey();
      }
    }
    return best;
  }

  private static List<SignalChannel> uniquelyLabelled(
      List<Integer> kept,
      List<SignalChannel> channels,
      LabelPolicy policy,
      IntToLongFunction headerOffset)
      throws MalformedDataException {
    Map<String, Integer> counts = new HashMap<>();
    channels.forEach(channel -> counts.merge(channel.label(), 1, Integer::sum));
    if (counts.size() == channels.size()) {
      return channels;
    }
    Map<String, Integer> seen = new HashMap<>();
    List<SignalChannel> unique = new ArrayList<>();
    for (int i = 0; i < channels.size(); i++) {
      String label = channels.get(i).label();
      int ordinal = seen.merge(label, 1, Integer::sum) - 1;
      boolean repeats = counts.getOrDefault(label, 1) > 1;
      String numbered = label + "-" + ordinal;
      if (repeats && (policy == LabelPolicy.REFUSE || counts.containsKey(numbered))) {
        throw new MalformedDataException(
            Reason.MALFORMED,
            "label",
            headerOffset.applyAsLong(kept.get(i)),
            "signal channels of different names; choose to number them",
            counts.get(label) + " named '" + label + "'");
      }
      unique.add(repeats ? channels.get(i).withLabel(numbered) : channels.get(i));
    }
    return unique;
  }
}
