package dev.shardline.worker;

import dev.shardline.commit.StagedSample.StagedRecord;
import dev.shardline.data.Payload;
import dev.shardline.data.Tensor;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Recipe;
import dev.shardline.recipe.RecordSink;
import dev.shardline.scratch.ScratchFile;
import dev.shardline.shard.EncodedRecord;
import dev.shardline.shard.RecordFacts;
import dev.shardline.shard.RecordKey;
import dev.shardline.shard.ShardFormat;
import dev.shardline.shard.ShardRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Encodes what a recipe emits for one sample, and keeps the time that takes. For one thread, one
/// sample.
final class SampleRecords implements RecordSink {
  private final Recipe recipe;
  private final ShardFormat format;
  private final @Nullable ScratchFile waiting;
  private final List<StagedRecord> records = new ArrayList<>();
  private final Map<String, Integer> emitted = new TreeMap<>();
  private long nanos;

  /// Records that are kept in memory.
  SampleRecords(Recipe recipe, ShardFormat format) {
    this(recipe, format, null);
  }

  /// @param waiting where records wait that memory does not hold; null to keep them in memory
  SampleRecords(Recipe recipe, ShardFormat format, @Nullable ScratchFile waiting) {
    this.recipe = recipe;
    this.format = format;
    this.waiting = waiting;
  }

  /// The records so far, in the order in which they were emitted.
  List<StagedRecord> records() {
    return records;
  }

  /// How long encoding took so far.
  long nanos() {
    return nanos;
  }

  @Override
  public void accept(String output, Item item) throws MalformedDataException {
    long start = System.nanoTime();
    int number = emitted.merge(output, 1, Integer::sum) - 1;
    String id = item.sample().id();
    String key = recipe.emitsMany(output) ? RecordKey.of(id, number) : RecordKey.of(id);
    ShardRecord record =
        new ShardRecord(
            key,
            tensor("data", item.data()),
            companions(item),
            item.sample().label().index(),
            RecordFacts.of(item));
    record.requireStorable();
    EncodedRecord encoded = format.encode(record);
    records.add(
        waiting == null
            ? StagedRecord.of(output, key, encoded)
            : StagedRecord.spilled(output, key, encoded, waiting));
    nanos += System.nanoTime() - start;
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
