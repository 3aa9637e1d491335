package dev.shardline.commit;

import dev.shardline.digest.Crc32c;
import dev.shardline.failure.Reason;
import dev.shardline.lineage.ObjectRead;
import dev.shardline.shard.EncodedRecord;
import java.util.List;

/// A sample that has passed the recipe, on its way into the part's spool.
///
/// @param objects what was read of it
public record StagedSample(String sample, List<ObjectRead> objects, StagedFate fate) {
  public StagedSample {
    objects = List.copyOf(objects);
  }

  /// What became of it.
  public sealed interface StagedFate {
    /// As messages name it: `written`.
    default String name() {
      return switch (this) {
        case Written _ -> "written";
        case Dropped _ -> "dropped";
        case Quarantined _ -> "quarantined";
      };
    }

    /// It gave records, at least one, in order.
    record Written(List<StagedRecord> records) implements StagedFate {
      public Written {
        records = List.copyOf(records);
        if (records.isEmpty()) {
          throw new IllegalArgumentException("A written sample has at least one record");
        }
      }
    }

    /// A rule left it out.
    record Dropped(String rule, String detail) implements StagedFate {}

    /// It could not be used.
    record Quarantined(Reason reason, String detail) implements StagedFate {}
  }

  /// One encoded record.
  ///
  /// @param output the recipe's output it belongs to
  /// @param crc32c checksum of what stands in the shard (without the record's head)
  public record StagedRecord(String output, String key, EncodedRecord encoded, Crc32c crc32c) {
    /// A record with its checksum.
    public static StagedRecord of(String output, String key, EncodedRecord encoded) {
      return new StagedRecord(
          output,
          key,
          encoded,
          Crc32c.of(encoded.bytes(), encoded.headBytes(), encoded.shardBytes()));
    }
  }

  /// The bytes of all its encoded records.
  public long encodedBytes() {
    return fate instanceof StagedFate.Written written
        ? written.records().stream().mapToLong(record -> record.encoded().bytes().length).sum()
        : 0;
  }
}
