package dev.shardline.listing;

import dev.shardline.storage.ObjectLocation;

/// How ids and locations of one source's objects go together: both end in the same text, which
/// follows `idPrefix` in the id and the location's key.
///
/// @param idPrefix what the ids of this source begin with; empty where there is one source
/// @param location what the locations of this source begin with
public record ObjectRoot(String idPrefix, ObjectLocation location) {
  /// The location of the object with this id.
  public ObjectLocation locate(String id) {
    return new ObjectLocation(
        location.scheme(), location.container(), location.key() + id.substring(idPrefix.length()));
  }
}
