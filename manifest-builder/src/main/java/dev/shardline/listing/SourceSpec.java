package dev.shardline.listing;

import dev.shardline.storage.ObjectLocation;
import org.jspecify.annotations.Nullable;

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

  /// The objects that a SageMaker ManifestFile names. An id is the suffix.
  record Manifest(String name, ObjectLocation location, KeyFilter filter) implements SourceSpec {}

  /// The objects that a CSV, TSV, JSON Lines or text file names. An id is what follows the folder
  /// that all of a container's objects lie in; behind the container's name where there are several.
  ///
  /// @param column the column or field that holds the names; null for the usual ones
  /// @param root what ids are relative to, so that they stay when the list grows; null for the
  ///   folder that all objects lie in
  record Listed(
      String name,
      ObjectLocation location,
      KeyFilter filter,
      @Nullable String column,
      @Nullable ObjectLocation root)
      implements SourceSpec {}

  /// The objects that an S3 Inventory lists.
  ///
  /// @param location of its `manifest.json`
  /// @param prefix what keys must begin with; an id is what follows it
  record Inventory(String name, ObjectLocation location, KeyFilter filter, String prefix)
      implements SourceSpec {}
}
