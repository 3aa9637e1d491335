package dev.shardline.commit;

import dev.shardline.dataset.PartId;
import dev.shardline.failure.PermanentException;
import dev.shardline.failure.RetryableException;
import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.LedgerHeader;
import dev.shardline.lineage.LedgerReader;
import dev.shardline.lineage.LedgerWriter;
import dev.shardline.lineage.RunPaths;
import dev.shardline.lineage.ShardEntry;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.PublishOutcome;
import dev.shardline.storage.UnknownOutcomeException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/// Publishes finished parts into a run's directory: shards first, the ledger last. Nothing is ever
/// overwritten. Safe for many threads.
public final class PartCommitter {
  private final ObjectStore store;
  private final ObjectLocation run;
  private final CommitObserver observer;

  /// @param store keeps `run`
  /// @param run the run's directory
  public PartCommitter(ObjectStore store, ObjectLocation run, CommitObserver observer) {
    this.store = store;
    this.run = run;
    this.observer = observer;
  }

  /// Where a part's ledger lies.
  public ObjectLocation ledgerLocation(PartId part) {
    return run.resolve(RunPaths.ledger(part));
  }

  /// Where a file lies that a ledger names.
  public ObjectLocation fileLocation(PartId part, ShardEntry file) {
    return run.resolve(RunPaths.shard(part.split(), file.name()));
  }

  /// The ledger of a part that is committed: the ledger is whole, and every file it names is there
  /// in its size. Empty if the part has to be done; a withdrawal that was killed is ended then.
  ///
  /// @throws PermanentException if there is a ledger of another run, part or version
  public Optional<Ledger> committed(LedgerHeader part) throws IOException {
    Optional<Ledger> ledger = ledger(part);
    if (ledger.isEmpty()) {
      new PartWithdrawal(store, run).end(part.part());
    }
    return ledger.isPresent() && isComplete(ledger.get()) ? ledger : Optional.empty();
  }

  private Optional<Ledger> ledger(LedgerHeader part) throws IOException {
    ObjectLocation location = ledgerLocation(part.part());
    try {
      Ledger ledger = LedgerReader.read(store.read(location), location.toString());
      requireSame(location, part, ledger.header());
      return Optional.of(ledger);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  private static void requireSame(
      ObjectLocation location, LedgerHeader expected, LedgerHeader found) {
    boolean same =
        expected.part().equals(found.part())
            && expected.partDigest().equals(found.partDigest())
            && expected.run().equals(found.run())
            && expected.outputVersion() == found.outputVersion();
    if (!same) {
      throw new PermanentException(
          "%s belongs to another run: expected part %s of run %s, found part %s of run %s. Choose another output place, or move what lies there."
              .formatted(
                  location,
                  expected.partDigest().shortHex(),
                  expected.run().shortHex(),
                  found.partDigest().shortHex(),
                  found.run().shortHex()));
    }
  }

  private boolean isComplete(Ledger ledger) throws IOException {
    for (ShardEntry file : ledger.shards()) {
      Optional<ObjectSummary> there = store.head(fileLocation(ledger.header().part(), file));
      if (there.isEmpty() || there.get().bytes() != file.bytes()) {
        return false;
      }
    }
    return true;
  }

  /// Publishes a part.
  ///
  /// @throws PermanentException if something else is published under its names: two results for one
  ///   part
  /// @throws RetryableException if it cannot be known whether something was published
  public CommitOutcome commit(StagedPart staged) throws IOException {
    PartId part = staged.ledger().header().part();
    try {
      for (int i = 0; i < staged.files().size(); i++) {
        ObjectLocation location = fileLocation(part, staged.shard(i));
        PublishOutcome outcome = store.publish(location, Content.ofFile(staged.files().get(i)));
        if (outcome instanceof PublishOutcome.AlreadyDifferent) {
          throw contradiction(part, location);
        }
        observer.reached(part, CommitStep.SHARD_PUBLISHED);
      }
      return commitLedger(staged.ledger());
    } catch (UnknownOutcomeException unknown) {
      throw new RetryableException(
          "Part %s: %s. Nothing was cleaned up; run the same command again, it looks at what is there."
              .formatted(part, unknown.getMessage()),
          unknown);
    }
  }

  private CommitOutcome commitLedger(Ledger ledger) throws IOException {
    PartId part = ledger.header().part();
    ObjectLocation location = ledgerLocation(part);
    Content content = Content.ofBytes(LedgerWriter.toBytes(ledger));
    CommitOutcome outcome =
        switch (store.publish(location, content)) {
          case PublishOutcome.Published _ -> new CommitOutcome.Committed(ledger);
          case PublishOutcome.AlreadyIdentical _ -> new CommitOutcome.AlreadyCommitted(ledger);
          case PublishOutcome.AlreadyDifferent _ -> sameResult(ledger, location);
        };
    observer.reached(part, CommitStep.LEDGER_PUBLISHED);
    return outcome;
  }

  /// Another build of the same output version may have committed the same result under its own
  /// name.
  private CommitOutcome sameResult(Ledger mine, ObjectLocation location) throws IOException {
    Ledger theirs = LedgerReader.read(store.read(location), location.toString());
    requireSame(location, mine.header(), theirs.header());
    if (theirs.samples().equals(mine.samples()) && theirs.shards().equals(mine.shards())) {
      return new CommitOutcome.AlreadyCommitted(theirs);
    }
    throw contradiction(mine.header().part(), location);
  }

  private static PermanentException contradiction(PartId part, ObjectLocation location) {
    return new PermanentException(
        "Two different results for part %s: %s holds other bytes than this worker made of the same part and recipe. Nothing was changed. Compare both (shardline inspect), then remove the wrong one."
            .formatted(part, location));
  }
}
