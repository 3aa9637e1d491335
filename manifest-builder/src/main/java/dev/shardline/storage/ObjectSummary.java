package dev.shardline.storage;

/// What a listing tells of one object.
///
/// @param bytes the size, never negative
public record ObjectSummary(ObjectLocation location, long bytes, ObjectVersion version) {
  public ObjectSummary {
    if (bytes < 0) {
      throw new IllegalArgumentException("Negative size %d for %s".formatted(bytes, location));
    }
  }
}
