package dev.shardline.lineage;

import dev.shardline.failure.Reason;
import java.util.List;

/// What became of a sample. Exactly one of these, exactly once (promise P3).
public sealed interface SampleFate {
  /// It gave records, at least one.
  record Written(List<RecordEntry> records) implements SampleFate {
    public Written {
      records = List.copyOf(records);
      if (records.isEmpty()) {
        throw new IllegalArgumentException("A written sample has at least one record");
      }
    }
  }

  /// A rule of the recipe left it out on purpose.
  ///
  /// @param rule the rule's name
  /// @param detail what the rule saw
  record Dropped(String rule, String detail) implements SampleFate {}

  /// It could not be used.
  ///
  /// @param detail field, offset, expected, found
  record Quarantined(Reason reason, String detail) implements SampleFate {}
}
