package dev.shardline.signal;

import dev.shardline.data.DataKind;
import dev.shardline.data.Payload;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Signal channels over time: values (in memory, or on disk where they do not fit), what each row
/// is, how fast, and what is said about spans of it. All signal channels run at one rate and are
/// equally long.
///
/// Immutable; the traces' arrays are not to be written. Safe to share between threads.
public final class Recording implements Payload {
  private final List<SignalChannel> channels;
  private final SamplingRate rate;
  private final Traces traces;
  private final List<Annotation> annotations;
  private final @Nullable LocalDateTime start;

  private Recording(
      List<SignalChannel> channels,
      SamplingRate rate,
      Traces traces,
      List<Annotation> annotations,
      @Nullable LocalDateTime start) {
    this.channels = List.copyOf(channels);
    this.rate = rate;
    this.traces = traces;
    this.annotations = List.copyOf(annotations);
    this.start = start;
    if (this.channels.size() != traces.channels()) {
      throw new IllegalArgumentException(
          "%d signal channels are named, %d are there"
              .formatted(this.channels.size(), traces.channels()));
    }
    requireUniqueLabels(this.channels);
  }

  private static void requireUniqueLabels(List<SignalChannel> channels) {
    Set<String> seen = new HashSet<>();
    for (SignalChannel channel : channels) {
      if (!seen.add(channel.label())) {
        throw new IllegalArgumentException(
            "Two signal channels are named '" + channel.label() + "'");
      }
    }
  }

  /// A recording without annotations or start time.
  ///
  /// @param channels what row i is
  /// @param traces the values, taken over
  /// @throws IllegalArgumentException if channels and traces differ in number, or labels repeat
  public static Recording of(List<SignalChannel> channels, SamplingRate rate, Traces traces) {
    return new Recording(channels, rate, traces, List.of(), null);
  }

  /// Row i of the traces is channel i of this list.
  public List<SignalChannel> channels() {
    return channels;
  }

  public SamplingRate rate() {
    return rate;
  }

  public Traces traces() {
    return traces;
  }

  /// In the order of the source, times in seconds from this recording's first time point.
  public List<Annotation> annotations() {
    return annotations;
  }

  /// Local wall-clock time of the first time point, if the source states it; no time zone, as none
  /// of the formats has one.
  public Optional<LocalDateTime> start() {
    return Optional.ofNullable(start);
  }

  public int timePoints() {
    return traces.timePoints();
  }

  /// Seconds covered: time points / rate.
  public double durationSeconds() {
    return rate.secondsAt(timePoints());
  }

  /// The row of the channel with this label, compared exactly.
  public OptionalInt channelIndex(String label) {
    return IntStream.range(0, channels.size())
        .filter(i -> channels.get(i).label().equals(label))
        .findFirst();
  }

  /// The same recording with other values, one row per present channel; what a filter gives.
  public Recording withTraces(Traces newTraces) {
    return new Recording(channels, rate, newTraces, annotations, start);
  }

  /// The same time span in other channels and values; what a re-reference or a pick gives.
  public Recording withChannels(List<SignalChannel> newChannels, Traces newTraces) {
    return new Recording(newChannels, rate, newTraces, annotations, start);
  }

  /// The same time span at another rate; annotations stay, their times being seconds.
  public Recording withRate(SamplingRate newRate, Traces newTraces) {
    return new Recording(channels, newRate, newTraces, annotations, start);
  }

  public Recording withAnnotations(List<Annotation> newAnnotations) {
    return new Recording(channels, rate, traces, newAnnotations, start);
  }

  public Recording withStart(LocalDateTime newStart) {
    return new Recording(channels, rate, traces, annotations, newStart);
  }

  /// The time points `from` (inclusive) to `to` (exclusive) as a recording of its own. Annotations
  /// that touch the span are kept, moved to its time; the start moves along.
  ///
  /// @throws IndexOutOfBoundsException if the span does not lie within the recording
  public Recording span(int from, int to) {
    Traces part = traces.columns(from, to);
    double offset = rate.secondsAt(from);
    double end = rate.secondsAt(to);
    List<Annotation> kept =
        annotations.stream()
            .filter(annotation -> annotation.touches(offset, end))
            .map(annotation -> annotation.shiftedBy(-offset))
            .toList();
    LocalDateTime moved = start == null ? null : start.plusNanos(Math.round(offset * 1e9));
    return new Recording(channels, rate, part, kept, moved);
  }

  @Override
  public DataKind kind() {
    return DataKind.RECORDING;
  }

  @Override
  public long memoryBytes() {
    return traces.memoryBytes();
  }

  @Override
  public String toString() {
    return "%d signal channels × %d time points at %s"
        .formatted(channels.size(), timePoints(), rate);
  }
}
