package dev.shardline.audit;

import dev.shardline.dataset.Sample;
import dev.shardline.digest.Digest;
import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.LedgerReader;
import dev.shardline.lineage.RecordEntry;
import dev.shardline.lineage.RunDescription;
import dev.shardline.lineage.RunIndex;
import dev.shardline.lineage.RunIndex.PartEntry;
import dev.shardline.lineage.RunPaths;
import dev.shardline.lineage.SampleEntry;
import dev.shardline.lineage.SampleFate;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Follows samples through a finished run, forwards and backwards: asked with a sample's id, a
/// record's key or the location of a source object, it tells the same chain. Reads ledger after
/// ledger and holds one part in memory.
public final class Tracer {
  private final ObjectStore store;
  private final ObjectLocation directory;
  private final BuiltDataset dataset;
  private final RunDescription run;
  private final RunIndex index;
  private final Digest root;

  private Tracer(
      ObjectStore store,
      ObjectLocation directory,
      BuiltDataset dataset,
      RunDescription run,
      byte[] index)
      throws IOException {
    this.store = store;
    this.directory = directory;
    this.dataset = dataset;
    this.run = run;
    this.index = RunIndex.read(index, directory.resolve(RunIndex.FILE_NAME).toString());
    this.root = Digest.of(index);
  }

  /// Opens the finished run in `directory`.
  ///
  /// @throws java.nio.file.NoSuchFileException if there is none
  public static Tracer open(StoreProvider stores, ObjectLocation directory) throws IOException {
    ObjectStore store = stores.storeOf(directory);
    ObjectLocation description = directory.resolve(RunDescription.FILE_NAME);
    RunDescription run = RunDescription.read(store.read(description), description.toString());
    return new Tracer(
        store,
        directory,
        BuiltDataset.open(stores, run.dataset()),
        run,
        store.read(directory.resolve(RunIndex.FILE_NAME)));
  }

  /// The chains of every sample that `query` names: as its id, as the key of one of its records, or
  /// as the location of one of its objects. Empty if none does.
  public List<Trace> find(String query) throws IOException {
    List<Trace> found = new ArrayList<>();
    each(trace -> {
      if (isAbout(trace, query)) {
        found.add(trace);
      }
    });
    return List.copyOf(found);
  }

  /// Gives the chain of every sample to `consumer`, part by part in part order.
  ///
  /// @throws dev.shardline.lineage.DamagedFileException if a ledger or a part is not as it was
  ///   written
  public void each(Consumer<Trace> consumer) throws IOException {
    for (PartEntry entry : index.parts()) {
      ObjectLocation file = directory.resolve(RunPaths.ledger(entry.part()));
      byte[] bytes = store.read(file);
      Ledger ledger = LedgerReader.read(bytes, file.toString());
      List<Sample> samples = dataset.samples(entry.part());
      for (int i = 0; i < Math.min(samples.size(), ledger.samples().size()); i++) {
        consumer.accept(
            trace(entry, ledger, Digest.of(bytes), samples.get(i), ledger.samples().get(i)));
      }
    }
  }

  private Trace trace(
      PartEntry entry, Ledger ledger, Digest ledgerDigest, Sample sample, SampleEntry accounted) {
    return new Trace(
        sample,
        entry.part(),
        ledger.header().partDigest(),
        accounted,
        ledger.shards(),
        ledgerDigest,
        run.datasetDigest(),
        run.identity(),
        root);
  }

  private static boolean isAbout(Trace trace, String query) {
    return trace.sample().id().equals(query)
        || trace.sample().objects().stream()
            .anyMatch(object -> object.location().toString().equals(query))
        || (trace.accounted().fate() instanceof SampleFate.Written written
            && written.records().stream().map(RecordEntry::key).anyMatch(query::equals));
  }
}
