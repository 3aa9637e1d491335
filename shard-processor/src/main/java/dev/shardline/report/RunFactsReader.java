package dev.shardline.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.audit.Trace;
import dev.shardline.audit.Tracer;
import dev.shardline.census.CensusTaker;
import dev.shardline.data.Tensor;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Sample;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.lineage.RecordEntry;
import dev.shardline.lineage.RunIndex;
import dev.shardline.lineage.RunPaths;
import dev.shardline.lineage.SampleFate;
import dev.shardline.report.RunFacts.ClassFigure;
import dev.shardline.report.RunFacts.Exhibit;
import dev.shardline.report.RunFacts.WorkerFacts;
import dev.shardline.run.RunFolder;
import dev.shardline.shard.NpyDecoding;
import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Gathers what the page tells, ledger by ledger. The records to look at are the first written ones
/// of each class and split, so that the same run gives the same page.
final class RunFactsReader {
  private static final int EXHIBITS_PER_CLASS = 6;
  private static final int AVERAGED_PER_CLASS = 32;

  private final ObjectStore store;
  private final RunFolder folder;
  private final CensusTaker census = new CensusTaker();
  private final Map<Cell, Integer> looked = new HashMap<>();
  private final List<Exhibit> exhibits = new ArrayList<>();
  private final TreeMap<ClassLabel, ClassMean> means =
      new TreeMap<>(Comparator.comparingInt(ClassLabel::index));

  private RunFactsReader(ObjectStore store, RunFolder folder) {
    this.store = store;
    this.folder = folder;
  }

  static RunFacts read(StoreProvider stores, RunFolder folder) throws IOException {
    return new RunFactsReader(stores.storeOf(folder.directory()), folder).read(stores);
  }

  /// The samples that exhibits are taken from by turns.
  private record Cell(String split, ClassLabel label) {}

  private RunFacts read(StoreProvider stores) throws IOException {
    Digest root = Digest.of(store.read(folder.directory().resolve(RunIndex.FILE_NAME)));
    try {
      Tracer.open(stores, folder.directory()).each(this::add);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new RunFacts(folder.description(), root, census.taken(), exhibits, figures(), workers());
  }

  private void add(Trace trace) {
    census.count(trace);
    if (trace.accounted().fate() instanceof SampleFate.Written written) {
      Cell cell = new Cell(trace.part().split().name(), trace.sample().label());
      int place = looked.merge(cell, 1, Integer::sum);
      if (place <= AVERAGED_PER_CLASS) {
        look(trace, written.records().getFirst(), place <= EXHIBITS_PER_CLASS);
      }
    }
  }

  private void look(Trace trace, RecordEntry record, boolean shown) {
    try {
      Optional<Tensor> array = array(trace, record);
      if (array.isEmpty()) {
        return;
      }
      Sample sample = trace.sample();
      means.computeIfAbsent(sample.label(), _ -> new ClassMean()).add(array.get());
      if (shown) {
        exhibits.add(
            new Exhibit(
                trace.part().split().name(),
                sample.label(),
                sample.id(),
                RecordPicture.element(array.get(), sample.id())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Tensor> array(Trace trace, RecordEntry record) throws IOException {
    Optional<byte[]> file =
        RecordFile.array(
            store,
            folder.directory(),
            trace.part().split(),
            trace.shards().get(record.shard()),
            record);
    try {
      return file.isPresent() ? Optional.of(NpyDecoding.tensor(file.get())) : Optional.empty();
    } catch (MalformedDataException _) {
      return Optional.empty();
    }
  }

  private List<ClassFigure> figures() throws IOException {
    List<ClassFigure> figures = new ArrayList<>();
    for (Map.Entry<ClassLabel, ClassMean> mean : means.entrySet()) {
      Optional<Tensor> tensor = mean.getValue().mean();
      if (tensor.isPresent()) {
        String name = mean.getKey().name();
        figures.add(
            new ClassFigure(
                mean.getKey(),
                mean.getValue().count(),
                RecordPicture.element(tensor.get(), "mean of " + name)));
      }
    }
    return figures;
  }

  private List<WorkerFacts> workers() throws IOException {
    List<WorkerFacts> workers = new ArrayList<>();
    ObjectLocation prefix = folder.directory().resolve(RunPaths.WORKERS);
    for (ObjectSummary file : store.list(ListRequest.everythingUnder(prefix)).objects()) {
      String key = file.location().key();
      if (!key.endsWith(".json") || key.endsWith("/" + RunPaths.SETTINGS)) {
        continue;
      }
      JsonNode node = CanonicalJson.parse(store.read(file.location()));
      SortedMap<String, Double> stages = new TreeMap<>();
      node.path("stages")
          .properties()
          .forEach(stage -> stages.put(stage.getKey(), stage.getValue().asDouble()));
      workers.add(
          new WorkerFacts(
              file.location().fileName().replace(".json", ""),
              node.path("seconds").asDouble(),
              stages));
    }
    return workers;
  }
}
