package dev.shardline.worker;

import dev.shardline.commit.ShardNames;
import dev.shardline.dataset.PartId;
import dev.shardline.lineage.LedgerHeader;
import dev.shardline.lineage.RunDescription;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.PartDescription;
import dev.shardline.recipe.Recipe;
import dev.shardline.storage.ObjectLocation;
import java.util.List;

/// What a worker is to do.
///
/// @param run which run it works on
/// @param dataset the data set of the run
/// @param directory the run's directory
/// @param parts its share
/// @param recipe every step fitted
/// @param shards how the output is named and written
/// @param software name and version, as ledgers record it
/// @param settings how it goes about it; no part of the result depends on them
public record WorkerPlan(
    RunDescription run,
    BuiltDataset dataset,
    ObjectLocation directory,
    List<PartId> parts,
    Recipe recipe,
    ShardNames shards,
    String software,
    WorkerSettings settings) {
  public WorkerPlan {
    parts = List.copyOf(parts);
  }

  /// What the part's ledger will say of itself.
  LedgerHeader header(PartDescription part) {
    return new LedgerHeader(
        part.id(), part.samples(), run.identity(), software, run.outputVersion());
  }
}
