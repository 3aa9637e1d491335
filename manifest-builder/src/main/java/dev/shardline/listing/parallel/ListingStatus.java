package dev.shardline.listing.parallel;

import java.time.Duration;

/// How far a listing is.
///
/// @param objects delivered so far
/// @param bytes their sizes, summed
/// @param requests answered so far; some answers overlap
public record ListingStatus(long objects, long bytes, long requests, Duration elapsed) {
  private static final double NANOS = 1e9;

  /// Objects delivered per second since the start; 0 at the start.
  public double objectsPerSecond() {
    return elapsed.isZero() ? 0 : objects * NANOS / elapsed.toNanos();
  }
}
