package dev.shardline.audit;

import java.util.Locale;

/// What an audit looks at. The kebab-case name stands in its output and is part of the contract.
public enum Check {
  /// A file that the chain of digests names is not there.
  FILE_MISSING("P5"),
  /// A file that nothing names lies among the files of the run or the data set.
  FILE_ADDED("P5"),
  /// A file is not the one whose digest was recorded.
  FILE_CHANGED("P5"),
  /// A file holds something else than files of its kind hold.
  FILE_DAMAGED("P5"),
  /// Two files contradict each other.
  CHAIN_BROKEN("P5"),
  /// The root of the chain is not the one that was expected.
  ROOT_DIFFERS("P5"),
  /// A source object is gone or no longer in the version that was read.
  SOURCE_CHANGED("P5"),
  /// A sample is in the catalog twice, or in two splits.
  SAMPLE_TWICE("P1"),
  /// A subject lies in several splits.
  SUBJECT_CROSSES("P1"),
  /// A group of copies lies in several splits.
  COPIES_CROSS("P1"),
  /// The same bytes were read for samples of several splits.
  CONTENT_CROSSES("P1"),
  /// The parts do not hold what the catalog holds.
  PARTS_INCOMPLETE("P2"),
  /// A part's ledger does not account for exactly the part's samples.
  SAMPLE_UNACCOUNTED("P3"),
  /// A record's key is there twice, or is not the key of its sample.
  RECORD_KEY("P3"),
  /// The ranks' shards do not hold equally many records, or a record is there again or left out
  /// without a reason.
  UNEQUAL_SHARES("P3"),
  /// Records and shard do not fit together byte for byte.
  RECORD_RANGE("P5"),
  /// A record that was made anew has other bytes.
  RECORD_DIFFERS("P4");

  private final String promise;

  Check(String promise) {
    this.promise = promise;
  }

  /// The promise this is about (README, "Promises").
  public String promise() {
    return promise;
  }

  /// The name used in output: `subject-crosses`.
  public String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
