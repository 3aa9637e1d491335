package dev.shardline.signal;

/// Something said about a span of a recording: an event, a sleep stage, a bad stretch.
///
/// @param onset seconds from the recording's first time point; may be negative (before it) and need
///   not fall on a time point
/// @param duration seconds, 0 for an instant
/// @param text as the source has it, stripped of surrounding blanks
public record Annotation(double onset, double duration, String text) {
  public Annotation {
    if (!Double.isFinite(onset) || !Double.isFinite(duration) || duration < 0) {
      throw new IllegalArgumentException(
          "Annotation '%s' needs a finite onset and a duration of 0 or more, has %s and %s"
              .formatted(text, onset, duration));
    }
  }

  /// Seconds from the first time point at which the span is over, exclusive.
  public double end() {
    return onset + duration;
  }

  /// Whether any of the span, or the instant, lies from `from` (inclusive) to `to` (exclusive).
  public boolean touches(double from, double to) {
    return onset < to && (end() > from || duration == 0 && onset >= from);
  }

  /// The same annotation, moved in time.
  public Annotation shiftedBy(double seconds) {
    return new Annotation(onset + seconds, duration, text);
  }
}
