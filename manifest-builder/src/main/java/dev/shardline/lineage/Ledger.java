package dev.shardline.lineage;

import java.util.List;

/// The whole ledger of one part. Its size is that of a part, never of a data set.
///
/// @param samples in part order
public record Ledger(LedgerHeader header, List<SampleEntry> samples, List<ShardEntry> shards) {
  public Ledger {
    samples = List.copyOf(samples);
    shards = List.copyOf(shards);
  }

  /// How the samples ended, counted.
  public FateCounts counts() {
    return samples.stream()
        .map(SampleEntry::fate)
        .map(FateCounts::of)
        .reduce(FateCounts.NONE, FateCounts::plus);
  }
}
