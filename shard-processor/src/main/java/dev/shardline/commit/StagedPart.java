package dev.shardline.commit;

import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.ShardEntry;
import java.nio.file.Path;
import java.util.List;

/// A part that is ready to be published.
///
/// @param ledger names the files as they will lie in the split's folder
/// @param files the finished files on this machine, one for each of the ledger's shards, in order
public record StagedPart(Ledger ledger, List<Path> files) {
  public StagedPart {
    files = List.copyOf(files);
    if (files.size() != ledger.shards().size()) {
      throw new IllegalArgumentException(
          "%d files for %d shards".formatted(files.size(), ledger.shards().size()));
    }
  }

  ShardEntry shard(int index) {
    return ledger.shards().get(index);
  }
}
