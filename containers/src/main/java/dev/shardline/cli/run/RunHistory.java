package dev.shardline.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import dev.shardline.failure.UsageException;
import dev.shardline.lineage.FateCounts;
import dev.shardline.lineage.RunDescription;
import dev.shardline.lineage.RunIndex;
import dev.shardline.lineage.RunPaths;
import dev.shardline.run.RunFolder;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Every run that was begun below a work location, the one worked on last at the end.
record RunHistory(List<Entry> entries) {
  RunHistory {
    entries =
        entries.stream()
            .sorted(Comparator.comparing(Entry::lastWorkedOn).thenComparing(e -> e.run().id()))
            .toList();
  }

  /// One run.
  ///
  /// @param lastWorkedOn when a worker last ended there, ISO 8601, UTC; empty if none has yet
  /// @param latest whether `runs/latest` names it
  /// @param state how far it is
  record Entry(
      ObjectLocation directory,
      RunDescription run,
      String lastWorkedOn,
      boolean latest,
      State state) {}

  /// How far a run is.
  sealed interface State {
    /// Its index is written.
    ///
    /// @param root digest of the index
    record Finished(FateCounts samples, long records, Digest root) implements State {}

    /// Parts are missing, or the index is.
    record Unfinished(int parts) implements State {}
  }

  /// @throws UsageException if no run was ever begun there
  static RunHistory of(StoreProvider stores, ObjectLocation work) throws IOException {
    ObjectLocation runs = work.asDirectory().resolve(RunFolder.RUNS);
    String latest = latest(stores, runs);
    List<Entry> entries = new ArrayList<>();
    for (ObjectLocation directory : stores.storeOf(runs).foldersOf(runs)) {
      if (isRun(stores, directory)) {
        entries.add(entry(stores, RunFolder.open(stores, directory), latest));
      }
    }
    if (entries.isEmpty()) {
      throw new UsageException(
          "%s: expected runs, found none. Name the location that `run --work` was given."
              .formatted(runs));
    }
    return new RunHistory(entries);
  }

  private static String latest(StoreProvider stores, ObjectLocation runs) throws IOException {
    try {
      return RunFolder.resolveLatest(stores, runs.resolve(RunFolder.LATEST)).key();
    } catch (UsageException none) {
      return "";
    }
  }

  private static boolean isRun(StoreProvider stores, ObjectLocation directory) throws IOException {
    ObjectLocation description = directory.resolve(RunDescription.FILE_NAME);
    return stores.storeOf(description).head(description).isPresent();
  }

  private static Entry entry(StoreProvider stores, RunFolder folder, String latest)
      throws IOException {
    ObjectStore store = stores.storeOf(folder.directory());
    return new Entry(
        folder.directory(),
        folder.description(),
        lastWorkedOn(store, folder),
        folder.directory().key().equals(latest),
        state(store, folder));
  }

  private static String lastWorkedOn(ObjectStore store, RunFolder folder) throws IOException {
    String last = "";
    ObjectLocation workers = folder.directory().resolve(RunPaths.WORKERS);
    for (ObjectSummary file : store.listAll(workers)) {
      if (file.location().key().endsWith(".json")) {
        JsonNode told = CanonicalJson.parse(store.read(file.location()));
        String ended = told.path(WorkerEvidence.ENDED).asText("");
        last = ended.compareTo(last) > 0 ? ended : last;
      }
    }
    return last;
  }

  private static State state(ObjectStore store, RunFolder folder) throws IOException {
    ObjectLocation file = folder.directory().resolve(RunIndex.FILE_NAME);
    Optional<ObjectSummary> there = store.head(file);
    if (there.isEmpty()) {
      return new State.Unfinished(folder.committed().size());
    }
    byte[] bytes = store.read(file);
    RunIndex index = RunIndex.read(bytes, file.toString());
    return new State.Finished(
        index.counts(),
        index.parts().stream().mapToLong(RunIndex.PartEntry::records).sum(),
        Digest.of(bytes));
  }
}
