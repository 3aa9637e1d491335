package dev.shardline.worker;

import dev.shardline.commit.StagedSample;
import dev.shardline.commit.StagedSample.StagedFate;
import dev.shardline.dataset.Sample;
import dev.shardline.dataset.Split;
import dev.shardline.digest.Digest;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.flow.SampleWork;
import dev.shardline.flow.UnusableSampleException;
import dev.shardline.lineage.ObjectRead;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Recipe;
import dev.shardline.recipe.RecipeRun;
import dev.shardline.recipe.SampleFacts;
import dev.shardline.recipe.SourceBytes;
import dev.shardline.shard.ShardFormat;
import dev.shardline.telemetry.SampleProcessedEvent;
import dev.shardline.telemetry.Stage;
import dev.shardline.telemetry.WorkerMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    SampleRecords records = new SampleRecords(recipe, format);
    RecipeRun run = new RecipeRun(recipe, records, metrics);
    long start = System.nanoTime();
    StagedFate fate;
    try {
      Optional<RecipeRun.Drop> drop =
          run.run(Item.of(SampleFacts.of(sample, split, recipe.seed()), bytes));
      fate =
          drop.<StagedFate>map(one -> new StagedFate.Dropped(one.rule(), one.detail()))
              .orElseGet(() -> new StagedFate.Written(records.records()));
    } catch (MalformedDataException e) {
      String place = run.failedAt().map(step -> step + ": ").orElse("");
      fate = new StagedFate.Quarantined(e.reason(), place + e.getMessage());
    }
    metrics.spent(Stage.RECIPE, start + records.nanos());
    metrics.add(Stage.ENCODE, records.nanos());
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
}
