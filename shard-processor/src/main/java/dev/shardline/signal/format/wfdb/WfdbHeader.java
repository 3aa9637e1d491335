package dev.shardline.signal.format.wfdb;

import dev.shardline.signal.SamplingRate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What a `.hea` file says: signals, or segments that have headers of their own.
///
/// @param frameRate frames per second
/// @param frames how many, if stated
/// @param startTime of the first frame, or null if the header does not give date and time
/// @param signals empty in a multi-segment header
/// @param segments empty in a single-segment header
record WfdbHeader(
    SamplingRate frameRate,
    OptionalLong frames,
    @Nullable LocalDateTime startTime,
    List<WfdbSignal> signals,
    List<WfdbSegment> segments) {
  WfdbHeader {
    signals = List.copyOf(signals);
    segments = List.copyOf(segments);
  }

  boolean isMultiSegment() {
    return !segments.isEmpty();
  }

  /// Whether the first segment is a layout, which announces the signals of all segments.
  boolean hasLayout() {
    return isMultiSegment() && segments.getFirst().frames() == 0;
  }
}
