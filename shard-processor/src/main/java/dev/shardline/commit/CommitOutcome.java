package dev.shardline.commit;

import dev.shardline.lineage.Ledger;

/// How publishing a part ended. Contradicting results are none of these but a
/// [dev.shardline.failure.PermanentException]; an outcome that cannot be known is a
/// [dev.shardline.failure.RetryableException].
public sealed interface CommitOutcome {
  /// The ledger that holds.
  Ledger ledger();

  /// This worker committed the part.
  record Committed(Ledger ledger) implements CommitOutcome {}

  /// Another worker, or an earlier try of this one, committed the same result first.
  record AlreadyCommitted(Ledger ledger) implements CommitOutcome {}
}
