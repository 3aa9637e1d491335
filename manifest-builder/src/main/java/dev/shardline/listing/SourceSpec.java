package dev.shardline.listing;

import dev.shardline.storage.ObjectLocation;

/// A place that objects of a data set come from.
public sealed interface SourceSpec {
  /// The name that ids of this source begin with where a data set has several; empty for none.
  String name();

  /// Which of its objects are taken.
  KeyFilter filter();

  /// Where it is, as messages show it.
  ObjectLocation location();

  /// Everything under a prefix of a bucket or in a local folder. An id is the key relative to it.
  record Prefix(String name, ObjectLocation location, KeyFilter filter) implements SourceSpec {
    public Prefix {
      location = location.asDirectory();
    }
  }
}
