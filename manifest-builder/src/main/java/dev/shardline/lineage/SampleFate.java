package dev.shardline.lineage;

import dev.shardline.failure.Reason;
import java.util.List;

/// What became of a sample. Exactly one of these, exactly once (promise P3).
public sealed interface SampleFate {
  /// It gave records, at least one.
  ///
  /// @param records each record once
  /// @param repeated those that stand in another shard too, to give all ranks equally many
  ///   ([EqualShares])
  /// @param leftOut the keys of further records that stand in no shard, for the same reason; the
  ///   output's folder before them
  record Written(List<RecordEntry> records, List<RecordEntry> repeated, List<String> leftOut)
      implements SampleFate {
    public Written {
      records = List.copyOf(records);
      repeated = List.copyOf(repeated);
      leftOut = List.copyOf(leftOut);
      if (records.isEmpty()) {
        throw new IllegalArgumentException("A written sample has at least one record");
      }
    }

    /// A sample whose records stand in the shards once each.
    public Written(List<RecordEntry> records) {
      this(records, List.of(), List.of());
    }
  }

  /// A rule left it out on purpose.
  ///
  /// @param rule the rule's name
  /// @param detail what the rule saw
  record Dropped(String rule, String detail) implements SampleFate {}

  /// It could not be used.
  ///
  /// @param detail field, offset, expected, found
  record Quarantined(Reason reason, String detail) implements SampleFate {}
}
