package dev.shardline.recipe;

import dev.shardline.data.Payload;
import dev.shardline.dataset.ClassLabel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// What flows from step to step: one sample's data, or one of the slices or windows made of it.
/// Immutable; the `with…` methods give changed copies.
///
/// @param data what the recipe is about; its kind is what signatures speak of
/// @param companions payloads that share the data's geometry or time axis (`mask`), by name;
///   spatial and temporal steps carry them along, masks without interpolation; written to the shard
///   beside the data
/// @param recorded facts for the record's `.json`: text, whole numbers, floating-point numbers,
///   truth values, and lists and maps of these; names are kebab-case
/// @param trail the steps passed so far; kept by the engine
public record Item(
    SampleFacts sample,
    Payload data,
    Map<String, Payload> companions,
    Map<String, Object> recorded,
    Trail trail) {
  /// The companion that marks each voxel's or pixel's class.
  public static final String MASK = "mask";

  public Item {
    companions = Collections.unmodifiableMap(new TreeMap<>(companions));
    recorded = Collections.unmodifiableMap(new TreeMap<>(recorded));
  }

  /// A sample at the start of a recipe.
  public static Item of(SampleFacts sample, Payload data) {
    return new Item(sample, data, Map.of(), Map.of(), Trail.START);
  }

  public Item withData(Payload newData) {
    return new Item(sample, newData, companions, recorded, trail);
  }

  /// The item as an example of a class of its own: a window of a recording, say, that shows one of
  /// several events. Records its sample's label as `sample-label`.
  public Item withLabel(ClassLabel label) {
    return new Item(sample.withLabel(label), data, companions, recorded, trail)
        .withRecorded("sample-label", sample.label().name());
  }

  /// The item with all companions replaced.
  public Item withCompanions(Map<String, Payload> newCompanions) {
    return new Item(sample, data, newCompanions, recorded, trail);
  }

  /// The item with one companion added or replaced.
  public Item withCompanion(String name, Payload payload) {
    return withCompanions(with(companions, name, payload));
  }

  /// The item with one more fact for the record's `.json`.
  public Item withRecorded(String name, Object value) {
    return new Item(sample, data, companions, with(recorded, name, value), trail);
  }

  Item withTrail(Trail newTrail) {
    return new Item(sample, data, companions, recorded, newTrail);
  }

  /// A fresh generator that depends on the recipe's seed, the sample's id and the trail only.
  public RandomGenerator random() {
    return StableRandom.of(sample.seed(), sample.id() + "\n" + trail.text());
  }

  /// The memory of data and companions.
  public long memoryBytes() {
    return data.memoryBytes() + companions.values().stream().mapToLong(Payload::memoryBytes).sum();
  }

  private static <V> Map<String, V> with(Map<String, V> map, String name, V value) {
    Map<String, V> copy = new LinkedHashMap<>(map);
    copy.put(name, value);
    return copy;
  }
}
