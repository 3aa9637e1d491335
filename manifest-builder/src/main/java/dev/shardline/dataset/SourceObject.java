package dev.shardline.dataset;

import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectVersion;

/// One object that a sample consists of, in the version the listing pinned.
///
/// @param bytes the object's size at listing
public record SourceObject(ObjectLocation location, long bytes, ObjectVersion version) {
  public SourceObject {
    if (bytes < 0) {
      throw new IllegalArgumentException("Negative size %d for %s".formatted(bytes, location));
    }
  }
}
