package dev.shardline.manifest;

import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Split;

/// How a sample differs between two data sets.
public sealed interface SampleChange {
  /// The sample's id.
  String sample();

  /// It is in the new data set only.
  record Added(String sample, Split split, ClassLabel label) implements SampleChange {}

  /// It is in the old data set only.
  record Removed(String sample, Split split, ClassLabel label) implements SampleChange {}

  /// It is in another split.
  record Moved(String sample, Split from, Split to) implements SampleChange {}

  /// It has another label.
  record Relabelled(String sample, ClassLabel from, ClassLabel to) implements SampleChange {}

  /// Its objects are others, or in other versions.
  record Changed(String sample) implements SampleChange {}
}
