package dev.shardline.labelling;

/// What is done with samples that lack what is asked of them.
public enum MissingPolicy {
  /// The build stops and shows examples.
  FAIL,
  /// They are left out of the data set, counted and reported.
  DROP
}
