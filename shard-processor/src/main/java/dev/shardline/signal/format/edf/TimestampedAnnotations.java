package dev.shardline.signal.format.edf;

import java.util.List;

/// One time-stamped annotations list (TAL): what is said about one span.
///
/// @param onset seconds from the start time of the header
/// @param duration seconds, 0 if not stated
/// @param texts one or more; an empty first text, first in its record, says when the record starts
record TimestampedAnnotations(double onset, double duration, List<String> texts) {
  TimestampedAnnotations {
    texts = List.copyOf(texts);
  }

  boolean keepsTime() {
    return texts.getFirst().isEmpty();
  }
}
