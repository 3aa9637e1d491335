package dev.shardline.signal.format;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a file's header says, with nothing decoded and no choice made.
///
/// @param format the format and variant as users know it: `EDF+C`
/// @param tracks in file order; annotation tracks are not among them
/// @param startTime local wall-clock time of the first time point, or null if the file has none
public record RecordingFacts(
    String format, List<TrackFacts> tracks, @Nullable LocalDateTime startTime) {
  public RecordingFacts {
    tracks = List.copyOf(tracks);
  }

  public Optional<LocalDateTime> start() {
    return Optional.ofNullable(startTime);
  }

  /// Seconds from the first time point to the end of the longest track; 0 without tracks.
  public double durationSeconds() {
    return tracks.stream()
        .mapToDouble(track -> track.rate().secondsAt(track.timePoints()))
        .max()
        .orElse(0);
  }
}
