package dev.shardline.census;

import dev.shardline.dataset.ClassLabel;
import dev.shardline.lineage.FateCounts;
import dev.shardline.lineage.ShardEntry;
import java.util.List;
import java.util.Map;

/// What one split of a run holds.
///
/// @param counts how its samples ended
/// @param subjects how many it has samples of
/// @param copies how many of its samples have copies
/// @param records how many its samples gave
/// @param shards the shards that hold these, by name
/// @param samples of each class
/// @param written how many samples of each class gave records
public record SplitCensus(
    FateCounts counts,
    int subjects,
    long copies,
    long records,
    List<ShardEntry> shards,
    Map<ClassLabel, Long> samples,
    Map<ClassLabel, Long> written) {
  public SplitCensus {
    shards = List.copyOf(shards);
    samples = Map.copyOf(samples);
    written = Map.copyOf(written);
  }

  /// How many samples of a class there are.
  public long samples(ClassLabel label) {
    return samples.getOrDefault(label, 0L);
  }

  /// How many samples of a class gave records.
  public long written(ClassLabel label) {
    return written.getOrDefault(label, 0L);
  }

  /// What the shards take, as they are stored.
  public long shardBytes() {
    return shards.stream().mapToLong(ShardEntry::bytes).sum();
  }

  /// What the shards hold: equal shares may hold a record twice.
  public long shardRecords() {
    return shards.stream().mapToLong(ShardEntry::records).sum();
  }
}
