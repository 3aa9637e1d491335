package dev.shardline.storage;

import java.io.IOException;

/// The object is there, but no longer in the pinned version.
public final class ObjectChangedException extends IOException {
  private static final long serialVersionUID = 1L;

  public ObjectChangedException(ObjectLocation location, ObjectVersion expected, String found) {
    super(
        "%s has changed: expected %s, found %s. Build the data set again to take the new object in."
            .formatted(location, expected, found));
  }
}
