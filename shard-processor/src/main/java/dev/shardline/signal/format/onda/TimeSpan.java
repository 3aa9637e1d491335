package dev.shardline.signal.format.onda;

/// A span of time within a recording.
///
/// @param start nanoseconds, 0 or more
/// @param stop nanoseconds, exclusive, more than `start`
public record TimeSpan(long start, long stop) {
  private static final double NANOSECONDS = 1e9;

  public TimeSpan {
    if (start < 0 || stop <= start) {
      throw new IllegalArgumentException(
          "A span starts at 0 or later and stops after it starts, not %d to %d"
              .formatted(start, stop));
    }
  }

  /// The span of `count` time points at this rate, the first at `start`:
  /// `TimeSpans.time_from_index`.
  public static TimeSpan of(long start, long count, double rate) {
    return new TimeSpan(start, start + (long) Math.ceil(count * (NANOSECONDS / rate)));
  }

  public long nanoseconds() {
    return stop - start;
  }

  public double startSeconds() {
    return start / NANOSECONDS;
  }

  public double seconds() {
    return nanoseconds() / NANOSECONDS;
  }

  /// How many time points a signal has that covers this span: as many as [#of] was given; for a
  /// span of another length, from index 0 to the last one before the end, `floor((stop − 1 ns) ·
  /// rate)`, as `TimeSpans.index_from_time` has it. That formula alone is one too many for some
  /// rates.
  public long timePoints(double rate) {
    long nearest = Math.round(nanoseconds() * (rate / NANOSECONDS));
    for (long count = Math.max(1, nearest - 1); count <= nearest + 1; count++) {
      if ((long) Math.ceil(count * (NANOSECONDS / rate)) == nanoseconds()) {
        return count;
      }
    }
    return (long) Math.floor((nanoseconds() - 1) / NANOSECONDS * rate) + 1;
  }
}
