/// Exactly once: a part's records are spooled on this machine's disk, sealed into shards,
/// published, and committed by its ledger. A killed worker finds its spool again; two workers on
/// one part agree on one result; nothing that is published is ever overwritten.
@NullMarked
package dev.shardline.commit;

import org.jspecify.annotations.NullMarked;
