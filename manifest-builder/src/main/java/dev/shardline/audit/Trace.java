package dev.shardline.audit;

import dev.shardline.dataset.PartId;
import dev.shardline.dataset.Sample;
import dev.shardline.digest.Digest;
import dev.shardline.lineage.RecordEntry;
import dev.shardline.lineage.SampleEntry;
import dev.shardline.lineage.ShardEntry;
import java.util.List;

/// The whole chain of one sample, from its source objects to its records and back to the root.
///
/// @param sample as the catalog has it
/// @param part the part it belongs to
/// @param partDigest digest of the part's samples file
/// @param accounted what the ledger says of it
/// @param shards the shards of its part, which its records refer to by index
/// @param ledger digest of the ledger file
/// @param dataset digest of `dataset.json`
/// @param run the run's identity
/// @param root digest of `index.json`
public record Trace(
    Sample sample,
    PartId part,
    Digest partDigest,
    SampleEntry accounted,
    List<ShardEntry> shards,
    Digest ledger,
    Digest dataset,
    Digest run,
    Digest root) {
  public Trace {
    shards = List.copyOf(shards);
  }

  /// The name of the shard that holds a record, relative to the run's folder.
  public String shardOf(RecordEntry record) {
    return part.split() + "/" + shards.get(record.shard()).name();
  }
}
