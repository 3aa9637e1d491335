package dev.shardline.worker;

import dev.shardline.commit.StagedSample;
import dev.shardline.commit.StagedSample.StagedFate;
import dev.shardline.dataset.Sample;
import dev.shardline.dataset.SourceObject;
import dev.shardline.dataset.Split;
import dev.shardline.digest.Digest;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.flow.SampleWork;
import dev.shardline.flow.UnusableSampleException;
import dev.shardline.lineage.ObjectRead;
import dev.shardline.recipe.Headroom;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Recipe;
import dev.shardline.recipe.RecipeRun;
import dev.shardline.recipe.SampleFacts;
import dev.shardline.recipe.SourceBytes;
import dev.shardline.recipe.SourceObjects;
import dev.shardline.recipe.SourceRanges;
import dev.shardline.recipe.UnusableObjectException;
import dev.shardline.scratch.ScratchFile;
import dev.shardline.scratch.ScratchSpace;
import dev.shardline.shard.ShardFormat;
import dev.shardline.telemetry.SampleProcessedEvent;
import dev.shardline.telemetry.Stage;
import dev.shardline.telemetry.WorkerMetrics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes records of a sample's bytes: digest, recipe, encoding. What it gives depends on sample,
/// bytes and recipe alone. Safe for many threads.
final class SampleProcessor implements SampleWork<StagedSample> {
  private final Recipe recipe;
  private final ShardFormat format;
  private final Path scratch;
  private final WorkerMetrics metrics;

  /// @param scratch where records wait of samples that memory does not hold
  SampleProcessor(Recipe recipe, ShardFormat format, Path scratch, WorkerMetrics metrics) {
    this.recipe = recipe;
    this.format = format;
    this.scratch = scratch;
    this.metrics = metrics;
  }

  @Override
  public StagedSample process(Sample sample, Split split, SourceObjects source, Headroom headroom) {
    SampleProcessedEvent event = new SampleProcessedEvent();
    event.begin();
    StagedSample staged =
        switch (source) {
          case SourceBytes bytes -> inMemory(sample, split, bytes, headroom);
          case SourceRanges ranges -> byRanges(sample, split, ranges, headroom);
        };
    event.end(sample.id(), staged.fate().name(), sample.bytes());
    return staged;
  }

  private StagedSample inMemory(Sample sample, Split split, SourceBytes bytes, Headroom headroom) {
    List<ObjectRead> objects = digests(sample, bytes);
    SampleRecords records = new SampleRecords(recipe, format);
    return new StagedSample(
        sample.id(), objects, fate(sample, split, bytes, records, headroom), null);
  }

  /// Decoded values and records wait on disk. What is read in its turn goes into the objects'
  /// digests; the rest is read behind the recipe.
  private StagedSample byRanges(
      Sample sample, Split split, SourceRanges ranges, Headroom headroom) {
    ScratchSpace spill = new ScratchSpace(scratch);
    try {
      ScratchFile waiting = spill.file(0);
      SampleRecords records = new SampleRecords(recipe, format, waiting);
      StagedFate fate = fate(sample, split, ranges, records, headroom);
      return withDigests(sample, ranges, fate, spill);
    } catch (RuntimeException | Error failure) {
      spill.close();
      throw failure;
    }
  }

  private StagedSample withDigests(
      Sample sample, SourceRanges ranges, StagedFate fate, ScratchSpace spill) {
    long start = System.nanoTime();
    List<ObjectRead> objects = new ArrayList<>();
    StagedFate end = fate;
    for (int i = 0; i < sample.objects().size(); i++) {
      SourceObject object = sample.objects().get(i);
      try {
        objects.add(new ObjectRead(object, ranges.objects().get(i).digest()));
      } catch (UnusableObjectException gone) {
        objects.add(new ObjectRead(object, null));
        end = new StagedFate.Quarantined(gone.why().reason(), String.valueOf(gone.getMessage()));
      }
    }
    metrics.spent(Stage.DIGEST, start);
    return new StagedSample(sample.id(), objects, end, spill);
  }

  private StagedFate fate(
      Sample sample, Split split, SourceObjects source, SampleRecords records, Headroom headroom) {
    RecipeRun run = new RecipeRun(recipe, records, metrics, headroom);
    long start = System.nanoTime();
    StagedFate fate;
    try {
      Optional<RecipeRun.Drop> drop =
          run.run(Item.of(SampleFacts.of(sample, split, recipe.seed()), source));
      fate =
          drop.<StagedFate>map(one -> new StagedFate.Dropped(one.rule(), one.detail()))
              .orElseGet(() -> new StagedFate.Written(records.records()));
    } catch (MalformedDataException e) {
      String place = run.failedAt().map(step -> step + ": ").orElse("");
      fate = new StagedFate.Quarantined(e.reason(), place + e.getMessage());
    }
    metrics.spent(Stage.RECIPE, start + records.nanos());
    metrics.add(Stage.ENCODE, records.nanos());
    return fate;
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
          new ObjectRead(
              sample.objects().get(i), Digest.of(bytes.objects().get(i).memory().asByteBuffer())));
    }
    metrics.spent(Stage.DIGEST, start);
    return objects;
  }
}
