package dev.shardline.worker;

import dev.shardline.commit.StagedSample.StagedRecord;
import dev.shardline.data.Payload;
import dev.shardline.data.Tensor;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Recipe;
import dev.shardline.recipe.RecordSink;
import dev.shardline.shard.RecordFacts;
import dev.shardline.shard.RecordKey;
import dev.shardline.shard.ShardFormat;
import dev.shardline.shard.ShardRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Encodes what a recipe emits for one sample, and keeps the time that takes. For one thread, one
/// sample.
final class SampleRecords implements RecordSink {
  private final Recipe recipe;
  private final ShardFormat format;
  private final List<StagedRecord> records = new ArrayList<>();
  private final Map<String, Integer> emitted = new TreeMap<>();
  private long nanos;

  SampleRecords(Recipe recipe, ShardFormat format) {
    this.recipe = recipe;
    this.format = format;
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
    records.add(StagedRecord.of(output, key, format.encode(record)));
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
