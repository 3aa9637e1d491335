package dev.shardline.commit;

import dev.shardline.dataset.PartId;
import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.LedgerReader;
import dev.shardline.lineage.LedgerWriter;
import dev.shardline.lineage.RunIndex;
import dev.shardline.lineage.RunPaths;
import dev.shardline.lineage.ShardEntry;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/// Takes a committed part back, so that it can be done again after the cause of a failure was
/// mended. A note with the old ledger is written first and removed last: a withdrawal that was
/// killed half-way is ended by whoever looks at the part next. Not to be used while workers are on
/// the part.
public final class PartWithdrawal {
  private final ObjectStore store;
  private final ObjectLocation run;

  /// @param store keeps `run`
  /// @param run the run's directory
  public PartWithdrawal(ObjectStore store, ObjectLocation run) {
    this.store = store;
    this.run = run;
  }

  private ObjectLocation note(PartId part) {
    return run.resolve(part + ".withdrawn");
  }

  /// Takes back the part of `ledger`, and the run's index, which names it.
  public void withdraw(Ledger ledger) throws IOException {
    PartId part = ledger.header().part();
    store.write(note(part), Content.ofBytes(LedgerWriter.toBytes(ledger)));
    store.delete(run.resolve(RunIndex.FILE_NAME));
    store.delete(run.resolve(RunPaths.ledger(part)));
    removeFiles(ledger);
  }

  /// Ends a withdrawal that was begun and not ended. To be called for parts without a ledger.
  void end(PartId part) throws IOException {
    ObjectLocation note = note(part);
    try {
      removeFiles(LedgerReader.read(store.read(note), note.toString()));
    } catch (NoSuchFileException _) {
      // nothing was withdrawn
    }
  }

  private void removeFiles(Ledger ledger) throws IOException {
    PartId part = ledger.header().part();
    for (ShardEntry file : ledger.shards()) {
      store.delete(run.resolve(RunPaths.shard(part.split(), file.name())));
    }
    store.delete(note(part));
  }
}
