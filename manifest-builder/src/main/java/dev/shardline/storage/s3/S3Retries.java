package dev.shardline.storage.s3;

import dev.shardline.storage.ObjectLocation;
import java.io.InterruptedIOException;
import java.time.Duration;

/// How often a request is tried before the failure is told, and how long to wait between: twice as
/// long each time, with jitter. The longest wait of one request is thus known.
///
/// @param attempts the first one included
/// @param firstDelay the most that is waited before the second attempt; ten times as long where the
///   server throttles
/// @param longestDelay the most that is ever waited between two attempts
public record S3Retries(int attempts, Duration firstDelay, Duration longestDelay) {
  /// Rides out about a minute of throttling.
  public static final S3Retries PATIENT =
      new S3Retries(9, Duration.ofMillis(100), Duration.ofSeconds(20));

  public S3Retries {
    if (attempts < 1) {
      throw new IllegalArgumentException("A request is tried at least once, not " + attempts);
    }
    if (firstDelay.isNegative() || longestDelay.compareTo(firstDelay) < 0) {
      throw new IllegalArgumentException(
          "Delays must be 0 <= first <= longest, got %s and %s"
              .formatted(firstDelay, longestDelay));
    }
  }

  /// Waits before attempt `failures` + 1.
  ///
  /// @throws InterruptedIOException if the thread is interrupted
  void pause(int failures, ObjectLocation location) throws InterruptedIOException {
    Duration delay = firstDelay.multipliedBy(1L << Math.min(failures - 1, 20));
    try {
      Thread.sleep(delay.compareTo(longestDelay) < 0 ? delay : longestDelay);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted at " + location);
    }
  }

  Duration firstDelayWhenThrottled() {
    Duration delay = firstDelay.multipliedBy(10);
    return delay.compareTo(longestDelay) < 0 ? delay : longestDelay;
  }
}
