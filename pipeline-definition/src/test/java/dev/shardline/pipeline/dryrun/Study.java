package dev.shardline.pipeline.dryrun;

import dev.shardline.pipeline.Examples;
import dev.shardline.pipeline.RetryPolicy.StepException;
import dev.shardline.pipeline.json.DefinitionWriter;
import dev.shardline.pipeline.render.PipelineRenderer;
import dev.shardline.storage.Content;
import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.memory.MemoryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A built data set in memory, a pipeline over it, and everything that happens when it runs.
final class Study {
  static final String WORK = "s3://study-bucket/shardline/";
  static final String DATASET = WORK + "datasets/mri/0011223344556677/";
  private static final Path SCRIPT = Path.of("src/test/resources/dryrun/container.sh");
  private static final List<String> SPLITS = List.of("train", "validation", "test");

  final MemoryStore store = new MemoryStore();
  final List<DryRunEvent> events = new ArrayList<>();
  final Map<String, List<StepException>> faults = new HashMap<>();
  final Map<String, List<String>> commands = new HashMap<>();
  private final Path folder;
  String definition;
  AssignmentOrder order = AssignmentOrder.ROUND_ROBIN;
  Instant now = Instant.parse("2026-03-01T12:00:00Z");

  Study(Path folder, String yaml, int instances) {
    this.folder = folder;
    this.definition =
        DefinitionWriter.pretty(
            new PipelineRenderer(Examples.settings(yaml), Examples.workload(false))
                .render(instances));
    commands.put(Examples.IMAGE, List.of("/bin/sh", SCRIPT.toAbsolutePath().toString()));
    StringBuilder splits = new StringBuilder();
    for (String split : SPLITS) {
      splits.append(splits.isEmpty() ? "" : ",");
      splits.append(
          "\"%s\":{\"parts\":\"%sparts/%s/\",\"manifest\":\"%s%s.manifest\"}"
              .formatted(split, DATASET, split, DATASET, split));
    }
    config(
        "build.json", "{\"dataset\":{\"uri\":\"%s\"},\"splits\":{%s}}".formatted(DATASET, splits));
    config("verdict.json", verdict(true, 0, "0.005"));
    put(DATASET + "dataset.json", "{}");
    for (int part = 0; part < 7; part++) {
      put(DATASET + "parts/train/part-0000%d.manifest".formatted(part), "train " + part);
    }
    put(DATASET + "parts/validation/part-00000.manifest", "validation 0");
    put(DATASET + "parts/test/part-00000.manifest", "test 0");
  }

  static String verdict(boolean intact, int leaks, String failedRatio) {
    return "{\"intact\":%s,\"leaks\":%d,\"failed_ratio\":%s,\"summary\":\"as it is\"}"
        .formatted(intact, leaks, failedRatio);
  }

  /// Puts a file beside the configuration; `process.sh` and the like are run by the container.
  void config(String name, String text) {
    put(Examples.CONFIGS.build() + name, text);
    put(Examples.CONFIGS.process() + name, text);
  }

  void put(String uri, String text) {
    try {
      ObjectSummary ignored = store.write(ObjectLocation.parse(uri), Content.ofText(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String uri) {
    try {
      return new String(store.read(ObjectLocation.parse(uri)), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The keys below a prefix, without it.
  List<String> keys(String uri) {
    ObjectLocation prefix = ObjectLocation.parse(uri);
    return store.list(ListRequest.everythingUnder(prefix)).objects().stream()
        .map(object -> object.location().key().substring(prefix.key().length()))
        .toList();
  }

  ExecutionReport run(String id, Map<String, String> parameters) throws InterruptedException {
    DryRunOptions options = new DryRunOptions(folder, order, 1, 4, Map.of(), faults);
    events.clear();
    try (ProcessEngine engine = new ProcessEngine(commands)) {
      return new DryRun(definition, engine, location -> store, options, events::add)
          .run(new ExecutionIdentity("brain-mri", id, "eu-west-1", now), parameters);
    }
  }

  ExecutionReport run() throws InterruptedException {
    return run("run1", Map.of());
  }

  <T extends DryRunEvent> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
