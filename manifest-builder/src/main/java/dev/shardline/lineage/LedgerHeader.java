package dev.shardline.lineage;

import dev.shardline.dataset.PartId;
import dev.shardline.digest.Digest;

/// What a ledger is about.
///
/// @param partDigest digest of the part's samples file
/// @param run identity of the run (docs/FORMATS.md)
/// @param software name and version that wrote it
/// @param outputVersion the software's output version
public record LedgerHeader(
    PartId part, Digest partDigest, Digest run, String software, int outputVersion) {}
