package dev.shardline.telemetry;

import java.util.Locale;

/// Where a worker's time goes.
public enum Stage {
  /// Reading objects from the store, the waiting for it included; many at once.
  FETCH,
  /// Waiting until the memory budget lets a sample in; many at once.
  ADMISSION,
  /// Digests of the objects read; on the cores.
  DIGEST,
  /// The recipe's steps; on the cores.
  RECIPE,
  /// Encoding records, with their checksums; on the cores.
  ENCODE,
  /// The writer waiting for the next sample in order.
  ORDER,
  /// Writing records and journal to the spool.
  SPOOL,
  /// Making shards of the spool, compressing, digesting.
  SEAL,
  /// Publishing shards and ledgers.
  PUBLISH;

  /// As metrics and reports name it: `admission`.
  public String fileName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
