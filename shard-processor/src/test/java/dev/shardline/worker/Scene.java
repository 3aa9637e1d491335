package dev.shardline.worker;

import dev.shardline.commit.CommitObserver;
import dev.shardline.commit.ShardNames;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.PartId;
import dev.shardline.dataset.Sample;
import dev.shardline.dataset.SourceObject;
import dev.shardline.dataset.Split;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import dev.shardline.flow.FailurePolicy;
import dev.shardline.flow.SampleSource;
import dev.shardline.flow.WorkerControl;
import dev.shardline.flow.WorkerLimits;
import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.LedgerReader;
import dev.shardline.lineage.RunDescription;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.CatalogEntry;
import dev.shardline.manifest.CatalogWriter;
import dev.shardline.manifest.Counts;
import dev.shardline.manifest.DatasetDescription;
import dev.shardline.manifest.DatasetDescriptionParser;
import dev.shardline.manifest.DatasetFiles;
import dev.shardline.manifest.FileDigest;
import dev.shardline.manifest.PartDescription;
import dev.shardline.manifest.SourceDescription;
import dev.shardline.manifest.SplitDescription;
import dev.shardline.recipe.Recipe;
import dev.shardline.shard.Compression;
import dev.shardline.shard.ShardLimits;
import dev.shardline.shard.WebDatasetFormat;
import dev.shardline.storage.Content;
import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.StoreProvider;
import dev.shardline.storage.memory.MemoryStore;
import dev.shardline.telemetry.WorkerMetrics;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A small data set in memory and a run over it. A sample's object holds a text; `WordSteps` turns
/// it into records.
public final class Scene {
  static final ObjectLocation SOURCE = ObjectLocation.parse("memory://source/");
  static final ObjectLocation RUN = ObjectLocation.parse("memory://work/runs/r/");
  private static final ObjectLocation DATASET = ObjectLocation.parse("memory://work/datasets/d/");

  public final ObjectStore store;
  public final StoreProvider stores;
  final Path scratch;
  ShardNames shards = new ShardNames(new WebDatasetFormat(), Compression.NONE, ShardLimits.NONE);
  public WorkerLimits limits = new WorkerLimits(2, 64 << 20, 8);
  BigDecimal tolerated = BigDecimal.ONE;
  public Recipe recipe = WordSteps.recipe();
  WorkerMetrics metrics = new WorkerMetrics();
  WorkerControl control = new WorkerControl();
  SampleSource source;
  ObjectLocation run = RUN;
  List<ObjectLocation> earlierRuns = List.of();

  public Scene(Path scratch) {
    this(scratch, new MemoryStore());
  }

  public Scene(Path scratch, ObjectStore store) {
    this.scratch = scratch;
    this.store = store;
    this.stores = _ -> store;
    this.source = SampleSource.of(stores);
  }

  /// Puts the samples `s0`, `s1`, … with these texts into the source and builds parts of
  /// `partSamples` samples of them.
  public void build(int partSamples, String... texts) throws IOException {
    List<PartDescription> parts = new ArrayList<>();
    Counts all = Counts.NONE;
    for (int start = 0; start < texts.length; start += partSamples) {
      CatalogWriter rows = new CatalogWriter(List.of());
      Counts counts = Counts.NONE;
      for (int i = start; i < Math.min(texts.length, start + partSamples); i++) {
        Sample sample = sample(i, texts[i]);
        rows.add(new CatalogEntry(sample, Split.TRAIN));
        counts = counts.plus(new Counts(1, 1, sample.bytes()));
      }
      PartId id = new PartId(Split.TRAIN, parts.size());
      byte[] file = rows.text().getBytes(StandardCharsets.UTF_8);
      store.write(DATASET.resolve(DatasetFiles.samples(id)), Content.ofBytes(file));
      FileDigest manifest =
          new FileDigest(DatasetFiles.partManifest(id, 0), 0, Digest.of(id.toString()));
      parts.add(new PartDescription(id, counts, Digest.of(file), List.of(manifest)));
      all = all.plus(counts);
    }
    SplitDescription train =
        new SplitDescription(
            Split.TRAIN, BigDecimal.ONE, all, all.samples(), List.of(), List.of(), parts);
    DatasetDescription description =
        new DatasetDescription(
            "words",
            "test",
            null,
            CanonicalJson.object(),
            new SourceDescription(List.of(SOURCE.toString()), all.objects(), 0, all),
            List.of(train),
            List.of(),
            List.of());
    store.write(
        DATASET.resolve(DatasetFiles.DESCRIPTION),
        Content.ofBytes(DatasetDescriptionParser.toBytes(description)));
  }

  private Sample sample(int number, String text) throws IOException {
    String id = "s" + number + ".txt";
    ObjectSummary object = store.write(SOURCE.resolve(id), Content.ofText(text));
    return new Sample(
        id,
        List.of(new SourceObject(object.location(), object.bytes(), object.version())),
        "subject-" + number % 3,
        "",
        new ClassLabel("even", 0),
        Map.of());
  }

  public BuiltDataset dataset() throws IOException {
    return BuiltDataset.open(stores, DATASET);
  }

  WorkerPlan plan(PartId... parts) throws IOException {
    BuiltDataset dataset = dataset();
    RunDescription description =
        new RunDescription(
            "words", DATASET, dataset.digest(), recipe.canonical(), CanonicalJson.object(), 1);
    List<PartId> share =
        parts.length > 0
            ? List.of(parts)
            : Assignment.byBytes(dataset.description().parts(), Rank.ONLY);
    WorkerSettings settings =
        new WorkerSettings(limits, new FailurePolicy(tolerated), scratch, earlierRuns);
    return new WorkerPlan(
        description, dataset, run, share, recipe, shards, "shardline test", settings);
  }

  public WorkerReport work(PartId... parts) throws IOException, InterruptedException {
    return work(CommitObserver.NONE, parts);
  }

  WorkerReport work(CommitObserver observer, PartId... parts)
      throws IOException, InterruptedException {
    return Worker.run(plan(parts), new WorkerContext(stores, source, metrics, control, observer));
  }

  /// Every object of the run by its path, as text of its bytes in ISO 8859-1.
  SortedMap<String, String> output() throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    for (ObjectSummary object : store.list(ListRequest.everythingUnder(run)).objects()) {
      files.put(
          object.location().key().substring(run.key().length()),
          new String(store.read(object.location()), StandardCharsets.ISO_8859_1));
    }
    return files;
  }

  /// A part's shard, as the text of its bytes in ISO 8859-1.
  String shard(int part) throws IOException {
    return new String(store.read(RUN.resolve(train(part) + ".tar")), StandardCharsets.ISO_8859_1);
  }

  Ledger ledger(int part) throws IOException {
    ObjectLocation location = RUN.resolve(train(part) + ".ledger");
    return LedgerReader.read(store.read(location), location.toString());
  }

  static PartId train(int number) {
    return new PartId(Split.TRAIN, number);
  }
}
