package dev.shardline.listing.named;

import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectVersion;

/// An object that a file names, with what the file knows of it.
///
/// @param bytes its size; [#UNKNOWN] where the file does not say
/// @param version its version; [ObjectVersion#ANY] where the file does not say
public record NamedObject(ObjectLocation location, long bytes, ObjectVersion version) {
  public static final long UNKNOWN = -1;

  /// An object of which nothing but its place is known.
  public static NamedObject at(ObjectLocation location) {
    return new NamedObject(location, UNKNOWN, ObjectVersion.ANY);
  }

  /// Whether the store must be asked: its size or its tag is not known.
  public boolean isIncomplete() {
    return bytes == UNKNOWN || version.etag().isEmpty();
  }
}
