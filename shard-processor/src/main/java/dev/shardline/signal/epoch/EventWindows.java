package dev.shardline.signal.epoch;

/// Windows around events: from `offset` time points after an event, `length` long.
///
/// @param offset of the window's first time point from the event's; negative to begin before it
/// @param length time points per window
public record EventWindows(int offset, int length) {
  public EventWindows {
    if (length < 1) {
      throw new IllegalArgumentException("A window's length is positive, not " + length);
    }
  }

  /// Windows from `from` to `to` seconds around an event, both ends included, as MNE's `tmin` and
  /// `tmax`: `round(to·rate) − round(from·rate) + 1` time points.
  public static EventWindows between(double from, double to, double samplingRate) {
    long first = (long) Math.rint(from * samplingRate);
    long last = (long) Math.rint(to * samplingRate);
    return new EventWindows(Math.toIntExact(first), Math.toIntExact(last - first + 1));
  }

  /// Whether the window of an event lies within the recording.
  public boolean fits(long event, long timePoints) {
    long start = event + offset;
    return start >= 0 && start + length <= timePoints;
  }

  /// The first time point of an event's window.
  public long start(long event) {
    return event + offset;
  }
}
