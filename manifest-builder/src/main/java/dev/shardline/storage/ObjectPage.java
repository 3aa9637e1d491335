package dev.shardline.storage;

import java.util.List;

/// One page of a listing.
///
/// @param objects in [ObjectLocation#KEY_ORDER]
/// @param directories the prefixes below which more objects lie (each ends in `/`); filled only by
///   a shallow listing, in key order
/// @param more whether objects or directories follow after the last one given
public record ObjectPage(
    List<ObjectSummary> objects, List<ObjectLocation> directories, boolean more) {
  public ObjectPage {
    objects = List.copyOf(objects);
    directories = List.copyOf(directories);
  }
}
