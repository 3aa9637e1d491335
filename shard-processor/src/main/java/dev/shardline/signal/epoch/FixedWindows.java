package dev.shardline.signal.epoch;

import java.util.stream.IntStream;

/// Windows of one length at a fixed stride from the first time point on.
///
/// @param length time points per window
/// @param stride time points from the start of a window to the start of the next
/// @param last what becomes of time points after the last whole window
public record FixedWindows(int length, int stride, Last last) {
  /// What becomes of the rest.
  public enum Last {
    /// Left out.
    DROP,
    /// Covered by one more window that ends with the recording and overlaps its neighbour:
    /// braindecode's `drop_last_window=False`.
    ALIGN
  }

  public FixedWindows {
    if (length < 1 || stride < 1) {
      throw new IllegalArgumentException(
          "A window's length and stride are positive, not %d and %d".formatted(length, stride));
    }
  }

  /// The first time point of each window, ascending; empty if the recording is shorter than one.
  public int[] starts(int timePoints) {
    if (timePoints < length) {
      return new int[0];
    }
    int whole = (timePoints - length) / stride + 1;
    boolean rest = (timePoints - length) % stride != 0;
    IntStream starts = IntStream.range(0, whole).map(window -> window * stride);
    return last == Last.ALIGN && rest
        ? IntStream.concat(starts, IntStream.of(timePoints - length)).toArray()
        : starts.toArray();
  }
}
