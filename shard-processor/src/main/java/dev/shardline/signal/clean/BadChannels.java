package dev.shardline.signal.clean;

import dev.shardline.signal.Recording;
import java.util.List;
import java.util.stream.IntStream;

/// Tells bad signal channels: those that are named, those that hardly move, and those that spend
/// too long at their own least or greatest value, as clipped amplifiers do.
///
/// @param named labels that are bad wherever they are found
/// @param flatBelow a smaller peak-to-peak amplitude is flat, in the channel's unit; 0 for never,
///   but that a constant channel is flat where this is above 0
/// @param clippedShare a larger share of time points at the extremes is clipped; 1 for never
public record BadChannels(List<String> named, double flatBelow, double clippedShare) {
  public BadChannels {
    named = List.copyOf(named);
    if (!(flatBelow >= 0 && clippedShare >= 0 && clippedShare <= 1)) {
      throw new IllegalArgumentException(
          "Bad channels need an amplitude of 0 or more and a share in 0..1, have %s and %s"
              .formatted(flatBelow, clippedShare));
    }
  }

  /// The rows of bad signal channels, ascending.
  public int[] of(Recording recording) {
    return IntStream.range(0, recording.channels().size())
        .filter(row ->
            named.contains(recording.channels().get(row).label())
                || isBad(recording.traces().doubles(row)))
        .toArray();
  }

  private boolean isBad(double[] row) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : row) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if (row.length > 0 && high - low < flatBelow) {
      return true;
    }
    int extremes = 0;
    for (double value : row) {
      extremes += value == low || value == high ? 1 : 0;
    }
    return clippedShare < 1 && extremes > clippedShare * row.length;
  }
}
