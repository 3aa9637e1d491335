package dev.shardline.signal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known of a recording before any of its values is read.
///
/// @param channels row i of what a [RecordingReader] fills is channel i; labels are unique
/// @param rate of every channel
/// @param timePoints per channel; may exceed what fits in memory
/// @param startTime local wall-clock time of the first time point, or null if the source has none
public record RecordingHeader(
    List<SignalChannel> channels,
    SamplingRate rate,
    long timePoints,
    @Nullable LocalDateTime startTime) {
  public RecordingHeader {
    channels = List.copyOf(channels);
    if (timePoints < 0) {
      throw new IllegalArgumentException("Negative number of time points: " + timePoints);
    }
  }

  /// The bytes that the whole recording takes in memory at this width (4 for float32, 8 for
  /// float64); saturates at the largest long.
  public long predictedBytes(int bytesPerValue) {
    try {
      return Math.multiplyExact(
          Math.multiplyExact((long) channels.size(), timePoints), (long) bytesPerValue);
    } catch (ArithmeticException tooLarge) {
      return Long.MAX_VALUE;
    }
  }

  public Optional<LocalDateTime> start() {
    return Optional.ofNullable(startTime);
  }

  public double durationSeconds() {
    return rate.secondsAt(timePoints);
  }
}
