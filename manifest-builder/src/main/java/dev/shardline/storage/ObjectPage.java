package dev.shardline.storage;

import java.util.List;

/// One page of a listing.
///
/// @param objects in [ObjectLocation#KEY_ORDER]
/// @param directories the prefixes below which more objects lie (each ends in `/`); filled only by
///   a shallow listing, in key order. A local store also names folders that hold nothing
/// @param more whether objects or directories follow after the last one given
public record ObjectPage(
    List<ObjectSummary> objects, List<ObjectLocation> directories, boolean more) {
  public ObjectPage {
    objects = objects instanceof PackedSummaries ? objects : List.copyOf(objects);
    directories = List.copyOf(directories);
  }

  /// Where the next page begins: the last key of this one, object or directory.
  ///
  /// @throws java.util.NoSuchElementException if the page is empty
  public String lastKey() {
    if (directories.isEmpty()) {
      return objects.getLast().location().key();
    }
    String directory = directories.getLast().key();
    if (objects.isEmpty()) {
      return directory;
    }
    String object = objects.getLast().location().key();
    return ObjectLocation.KEY_ORDER.compare(object, directory) > 0 ? object : directory;
  }
}
