package dev.shardline.worker;

import dev.shardline.commit.StagedSample;
import dev.shardline.commit.StagedSample.StagedFate;
import dev.shardline.commit.StagedSample.StagedRecord;
import dev.shardline.data.Payload;
import dev.shardline.data.Tensor;
import dev.shardline.dataset.Sample;
import dev.shardline.dataset.Split;
import dev.shardline.digest.Digest;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.flow.SampleWork;
import dev.shardline.flow.UnusableSampleException;
import dev.shardline.lineage.ObjectRead;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Recipe;
import dev.shardline.recipe.RecipeRun;
import dev.shardline.recipe.SampleFacts;
import dev.shardline.recipe.SourceBytes;
import dev.shardline.shard.EncodedRecord;
import dev.shardline.shard.RecordFacts;
import dev.shardline.shard.RecordKey;
import dev.shardline.shard.ShardFormat;
import dev.shardline.shard.ShardRecord;
import dev.shardline.telemetry.SampleProcessedEvent;
import dev.shardline.telemetry.Stage;
import dev.shardline.telemetry.WorkerMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes records of a sample's bytes: digest, recipe, encoding. What it gives depends on sample,
/// bytes and recipe alone. Safe for many threads.
final class SampleProcessor implements SampleWork<StagedSample> {
  private final Recipe recipe;
  private final ShardFormat format;
  private final WorkerMetrics metrics;

  SampleProcessor(Recipe recipe, ShardFormat format, WorkerMetrics metrics) {
    this.recipe = recipe;
    this.format = format;
    this.metrics = metrics;
  }

  @Override
  public StagedSample process(Sample sample, Split split, SourceBytes bytes) {
    SampleProcessedEvent event = new SampleProcessedEvent();
    event.begin();
    StagedSample staged = staged(sample, split, bytes);
    event.end(sample.id(), staged.fate().name(), bytes.memoryBytes());
    return staged;
  }

  private StagedSample staged(Sample sample, Split split, SourceBytes bytes) {
    List<ObjectRead> objects = digests(sample, bytes);
    List<StagedRecord> records = new ArrayList<>();
    Map<String, Integer> emitted = new TreeMap<>();
    RecipeRun run =
        new RecipeRun(
            recipe,
            (output, item) ->
                records.add(encode(output, item, emitted.merge(output, 1, Integer::sum) - 1)),
            metrics);
    long start = System.nanoTime();
    StagedFate fate;
    try {
      Optional<RecipeRun.Drop> drop =
          run.run(Item.of(SampleFacts.of(sample, split, recipe.seed()), bytes));
      fate =
          drop.<StagedFate>map(one -> new StagedFate.Dropped(one.rule(), one.detail()))
              .orElseGet(() -> new StagedFate.Written(records));
    } catch (MalformedDataException e) {
      String place = run.failedAt().map(step -> step + ": ").orElse("");
      fate = new StagedFate.Quarantined(e.reason(), place + e.getMessage());
    }
    metrics.spent(Stage.RECIPE, start);
    return new StagedSample(sample.id(), objects, fate);
  }

  @Override
  public StagedSample unusable(Sample sample, UnusableSampleException why) {
    List<ObjectRead> objects =
        sample.objects().stream().map(object -> new ObjectRead(object, null)).toList();
    return new StagedSample(
        sample.id(),
        objects,
        new StagedFate.Quarantined(why.reason(), String.valueOf(why.getMessage())));
  }

  @Override
  public long heldBytes(StagedSample staged) {
    return staged.encodedBytes();
  }

  private List<ObjectRead> digests(Sample sample, SourceBytes bytes) {
    long start = System.nanoTime();
    List<ObjectRead> objects = new ArrayList<>();
    for (int i = 0; i < sample.objects().size(); i++) {
      objects.add(
          new ObjectRead(sample.objects().get(i), Digest.of(bytes.objects().get(i).bytes())));
    }
    metrics.spent(Stage.DIGEST, start);
    return objects;
  }

  private StagedRecord encode(String output, Item item, int number) throws MalformedDataException {
    long start = System.nanoTime();
    String id = item.sample().id();
    String key = recipe.emitsMany(output) ? RecordKey.of(id, number) : RecordKey.of(id);
    ShardRecord record =
        new ShardRecord(
            key,
            tensor("data", item.data()),
            companions(item),
            item.sample().label().index(),
            RecordFacts.of(item));
    EncodedRecord encoded = format.encode(record);
    metrics.spent(Stage.ENCODE, start);
    long digest = System.nanoTime();
    StagedRecord staged = StagedRecord.of(output, key, encoded);
    metrics.spent(Stage.DIGEST, digest);
    return staged;
  }

  private static SortedMap<String, Tensor> companions(Item item) throws MalformedDataException {
    SortedMap<String, Tensor> tensors = new TreeMap<>();
    for (Map.Entry<String, Payload> companion : item.companions().entrySet()) {
      tensors.put(companion.getKey(), tensor(companion.getKey(), companion.getValue()));
    }
    return tensors;
  }

  private static Tensor tensor(String name, Payload payload) throws MalformedDataException {
    if (payload instanceof Tensor tensor) {
      return tensor;
    }
    throw new MalformedDataException(
        Reason.WRONG_KIND, name, "a tensor at the end of the recipe", payload.kind().fileName());
  }
}
