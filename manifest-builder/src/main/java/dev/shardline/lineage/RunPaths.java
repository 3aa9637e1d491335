package dev.shardline.lineage;

import dev.shardline.dataset.PartId;
import dev.shardline.dataset.Split;

/// The names of a run's files, relative to its folder (docs/FORMATS.md).
public final class RunPaths {
  /// The page for people; no part of the chain of digests.
  public static final String REPORT = "report.html";

  /// The folder of what workers tell of themselves; no part of the chain of digests.
  public static final String WORKERS = "workers/";

  /// What a run was begun with that no byte of it depends on.
  public static final String SETTINGS = WORKERS + "settings.json";

  private RunPaths() {}

  /// A part's ledger: `train/part-00000.ledger`.
  public static String ledger(PartId part) {
    return part + ".ledger";
  }

  /// A shard: `train/part-00000.tar`.
  public static String shard(Split split, String name) {
    return split.name() + "/" + name;
  }

  /// Whether a file may lie in a run without anything naming it: it tells people something and
  /// proves nothing.
  public static boolean isNoEvidence(String path) {
    return path.equals(REPORT) || path.startsWith(WORKERS);
  }
}
