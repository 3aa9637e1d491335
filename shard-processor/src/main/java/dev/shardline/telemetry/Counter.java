package dev.shardline.telemetry;

import java.util.Locale;

/// What a worker counts.
public enum Counter {
  SAMPLES_WRITTEN,
  SAMPLES_DROPPED,
  SAMPLES_QUARANTINED,
  RECORDS_WRITTEN,
  BYTES_READ,
  BYTES_WRITTEN,
  PARTS_COMMITTED,
  PARTS_FOUND_DONE,
  PARTS_REUSED,
  FETCH_RETRIES,
  /// Bytes that samples on their way hold of the memory budget: goes up and down.
  BYTES_IN_FLIGHT,
  /// Samples that are being fetched, wait for a core or are on one: goes up and down.
  SAMPLES_IN_FLIGHT;

  /// Whether it tells a state, which goes up and down, and not a sum.
  boolean isGauge() {
    return this == BYTES_IN_FLIGHT || this == SAMPLES_IN_FLIGHT;
  }

  /// As metrics and reports name it: `samples_written`.
  public String fileName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
