package dev.shardline.commit;

/// The moments of a part's way into the output, in order. Between any two of them a worker may be
/// killed without harm.
public enum CommitStep {
  /// The spool of the part is open, new or found.
  SPOOL_OPENED,
  /// A sample's records are in the spool, not yet in the journal.
  RECORDS_SPOOLED,
  /// The sample is in the journal.
  SAMPLE_JOURNALED,
  /// The spooled records became finished shards.
  SEALED,
  /// A shard is published.
  SHARD_PUBLISHED,
  /// The ledger is published: the part is committed.
  LEDGER_PUBLISHED,
  /// The spool is gone.
  SPOOL_DELETED
}
