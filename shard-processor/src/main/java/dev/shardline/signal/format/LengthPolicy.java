package dev.shardline.signal.format;

/// What becomes of a file that is shorter or longer than its header says, or whose header does not
/// say.
public enum LengthPolicy {
  /// It is refused.
  EXACT,
  /// The whole records or frames that are there, at most as many as the header says if it says so,
  /// are read; the rest is ignored.
  WHAT_IS_THERE
}
