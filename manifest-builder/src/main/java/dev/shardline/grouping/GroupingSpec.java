package dev.shardline.grouping;

import dev.shardline.listing.KeyPattern;
import java.util.List;

/// How objects form samples.
public sealed interface GroupingSpec {
  /// By well-known families of files: a NIfTI and its sidecars, a WFDB header and its signals, a
  /// BrainVision triplet, an EDF and its events. All other objects are samples by themselves.
  record Families() implements GroupingSpec {}

  /// As [Families]; besides, headers are read for the names of the files that the recording
  /// consists of: an Onda signal table's files and annotations, a WFDB header's signal files and
  /// segments, whatever they are called.
  record Headers() implements GroupingSpec {}

  /// As [Families], in a BIDS data set: what is no recording and belongs to none (tables of
  /// sessions, descriptions) is left out.
  record Bids() implements GroupingSpec {}

  /// Every object is a sample.
  record Single() implements GroupingSpec {}

  /// All objects of a folder are a sample.
  record Folder() implements GroupingSpec {}

  /// All objects whose keys give the same text for the group `sample` of a pattern are a sample;
  /// one that the pattern does not match is a sample by itself.
  ///
  /// @param pattern for keys relative to their source
  /// @param first extensions (`.hea`) of the object that is a sample's first, by rank
  record Pattern(KeyPattern pattern, List<String> first) implements GroupingSpec {
    /// The group whose text names a sample.
    public static final String GROUP = "sample";

    public Pattern {
      first = List.copyOf(first);
    }
  }

  /// All objects that a probe reads the same series id from are a sample: a DICOM series, wherever
  /// its files lie. Objects without a series id are samples by themselves.
  record Series() implements GroupingSpec {}
}
