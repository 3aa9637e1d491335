package dev.shardline.run;

import dev.shardline.dataset.PartId;
import dev.shardline.digest.Digest;
import dev.shardline.failure.PermanentException;
import dev.shardline.failure.RetryableException;
import dev.shardline.failure.UsageException;
import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.LedgerReader;
import dev.shardline.lineage.RunDescription;
import dev.shardline.lineage.RunIndex;
import dev.shardline.lineage.RunIndex.PartEntry;
import dev.shardline.lineage.RunPaths;
import dev.shardline.lineage.ShardEntry;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.PublishOutcome;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The folder of one run. Every method may be called again after a crash, by the same process or by
/// another, with the same result. Safe for several threads and several processes.
public final class RunFolder {
  /// The folder of all runs below a work location.
  public static final String RUNS = "runs/";

  /// The file beside them that names the run finished last.
  public static final String LATEST = "latest";

  private static final String LEDGER = ".ledger";

  private final ObjectStore store;
  private final ObjectLocation directory;
  private final RunDescription description;

  private RunFolder(ObjectStore store, ObjectLocation directory, RunDescription description) {
    this.store = store;
    this.directory = directory;
    this.description = description;
  }

  /// Where a run with this description lies under the work location.
  public static ObjectLocation locate(ObjectLocation work, RunDescription description) {
    return work.resolve(RUNS + description.id() + "/");
  }

  /// Begins the run in `directory`, or joins it if it was begun before with the same description.
  ///
  /// @throws UsageException if another run lies there
  public static RunFolder begin(
      StoreProvider stores, ObjectLocation directory, RunDescription description)
      throws IOException {
    ObjectStore store = stores.storeOf(directory);
    ObjectLocation file = directory.resolve(RunDescription.FILE_NAME);
    PublishOutcome outcome = store.publish(file, Content.ofBytes(description.toBytes()));
    return switch (outcome) {
      case PublishOutcome.Published _, PublishOutcome.AlreadyIdentical _ ->
          new RunFolder(store, directory, description);
      case PublishOutcome.AlreadyDifferent _ -> {
        RunDescription other = RunDescription.read(store.read(file), file.toString());
        throw new UsageException(
            other.id().equals(description.id())
                ? "%s was moved: its data set lay in %s, this one's lies in %s. A moved run can be audited but not gone on with; choose another output."
                    .formatted(directory, other.dataset(), description.dataset())
                : "%s holds another run: expected %s, found %s. Choose another output, or run with the data set, recipe and output that the run there was begun with."
                    .formatted(directory, description.id(), other.id()));
      }
    };
  }

  /// Opens a run that was begun before.
  ///
  /// @throws UsageException if there is none
  public static RunFolder open(StoreProvider stores, ObjectLocation directory) throws IOException {
    ObjectStore store = stores.storeOf(directory);
    ObjectLocation file = directory.resolve(RunDescription.FILE_NAME);
    try {
      return new RunFolder(
          store, directory, RunDescription.read(store.read(file), file.toString()));
    } catch (NoSuchFileException e) {
      throw new UsageException(
          "%s is no run: it has no %s. Name a folder below <work>/runs/, or <work>/runs/latest."
              .formatted(directory, RunDescription.FILE_NAME),
          e);
    }
  }

  /// Follows `<work>/runs/latest` to the run it names; any other location is given back as it is.
  public static ObjectLocation resolveLatest(StoreProvider stores, ObjectLocation location)
      throws IOException {
    String key = location.key();
    if (!key.endsWith("/" + LATEST) && !key.equals(LATEST)) {
      return location.asDirectory();
    }
    try {
      String id =
          new String(stores.storeOf(location).read(location), StandardCharsets.UTF_8).strip();
      String parent = key.substring(0, key.length() - LATEST.length());
      return new ObjectLocation(location.scheme(), location.container(), parent + id + "/");
    } catch (NoSuchFileException e) {
      throw new UsageException("%s: no run was finished there yet".formatted(location), e);
    }
  }

  public ObjectLocation directory() {
    return directory;
  }

  public RunDescription description() {
    return description;
  }

  /// The parts that are committed, by their ledgers' names alone.
  public TreeSet<PartId> committed() throws IOException {
    TreeSet<PartId> parts = new TreeSet<>();
    for (ObjectSummary object : store.listAll(directory)) {
      String path = object.location().key().substring(directory.key().length());
      if (path.endsWith(LEDGER)) {
        parts.add(PartId.parse(path.substring(0, path.length() - LEDGER.length())));
      }
    }
    return parts;
  }

  /// Ends the run: reads every part's ledger, publishes the index and makes this the latest run.
  ///
  /// @param planned every part of the data set
  /// @param work the location whose `runs/latest` shall name this run
  /// @return the digest of the index, the root of the run's chain
  /// @throws PermanentException if an index with other content is already there
  /// @throws RetryableException if a part is not committed
  public Digest finish(List<PartId> planned, ObjectLocation work) throws IOException {
    return finish(planned, work, FurtherFiles.NONE);
  }

  /// As the other `finish`, with files that a format wants beside the shards.
  public Digest finish(List<PartId> planned, ObjectLocation work, FurtherFiles files)
      throws IOException {
    Digest root = index(planned, files);
    store.write(work.resolve(RUNS + LATEST), Content.ofText(description.id() + "\n"));
    return root;
  }

  /// As [#finish], without touching `runs/latest`: for a run that lies elsewhere.
  public Digest index(List<PartId> planned) throws IOException {
    return index(planned, FurtherFiles.NONE);
  }

  /// Writes what a format wants beside the shards once all of them are there.
  @FunctionalInterface
  public interface FurtherFiles {
    /// A format that wants nothing.
    FurtherFiles NONE = _ -> List.of();

    /// @param parts every part of the run
    /// @return the files, by their paths inside the run; the run's index names them
    List<ShardEntry> write(List<PartEntry> parts) throws IOException;
  }

  /// As the other `index`, with files that a format wants beside the shards.
  public Digest index(List<PartId> planned, FurtherFiles files) throws IOException {
    List<PartEntry> entries = new ArrayList<>();
    for (PartId part : planned) {
      entries.add(entry(part));
    }
    byte[] bytes =
        new RunIndex(
                description.identity(),
                Digest.of(description.toBytes()),
                entries,
                files.write(entries))
            .toBytes();
    ObjectLocation file = directory.resolve(RunIndex.FILE_NAME);
    if (store.publish(file, Content.ofBytes(bytes)) instanceof PublishOutcome.AlreadyDifferent) {
      throw new PermanentException(
          "%s is there with other content than the ledgers beside it give. `shardline audit verify %s` names what was changed."
              .formatted(file, directory));
    }
    return Digest.of(bytes);
  }

  private PartEntry entry(PartId part) throws IOException {
    ObjectLocation file = directory.resolve(RunPaths.ledger(part));
    try {
      byte[] bytes = store.read(file);
      Ledger ledger = LedgerReader.read(bytes, file.toString());
      if (!ledger.header().run().equals(description.identity())) {
        throw new PermanentException(
            "%s belongs to another run: expected identity %s, found %s"
                .formatted(file, description.identity(), ledger.header().run()));
      }
      return PartEntry.of(ledger, bytes);
    } catch (NoSuchFileException e) {
      throw new RetryableException(
          "Part %s is not committed: %s is missing. Run the same command again; it does what is left."
              .formatted(part, file),
          e);
    }
  }
}
