package dev.shardline.commit;

import dev.shardline.digest.Crc32c;
import dev.shardline.failure.Reason;
import dev.shardline.lineage.ObjectRead;
import dev.shardline.scratch.ScratchFile;
import dev.shardline.scratch.ScratchSpace;
import dev.shardline.shard.EncodedRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sample that has passed the recipe, on its way into the part's spool.
///
/// @param objects what was read of it
/// @param spill where its records wait that are not in memory; null if there are none
public record StagedSample(
    String sample, List<ObjectRead> objects, StagedFate fate, @Nullable ScratchSpace spill)
    implements AutoCloseable {
  public StagedSample {
    objects = List.copyOf(objects);
  }

  /// A sample whose records are all in memory.
  public StagedSample(String sample, List<ObjectRead> objects, StagedFate fate) {
    this(sample, objects, fate, null);
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

  /// One encoded record, in memory or waiting on disk.
  ///
  /// @param output the recipe's output it belongs to
  /// @param crc32c checksum of what stands in the shard (without the record's head)
  public record StagedRecord(String output, String key, StagedContent content, Crc32c crc32c) {
    /// A record in memory.
    public static StagedRecord of(String output, String key, EncodedRecord encoded) {
      return new StagedRecord(output, key, new StagedContent.InMemory(encoded), encoded.crc32c());
    }

    /// A record that waits behind the others in a file, for samples that give more than memory
    /// holds.
    public static StagedRecord spilled(
        String output, String key, EncodedRecord encoded, ScratchFile file) {
      long position = file.append(encoded.head());
      encoded.pieces().forEach(file::append);
      StagedContent content =
          new StagedContent.OnDisk(file, position, encoded.head().length, encoded.shardBytes());
      return new StagedRecord(output, key, content, encoded.crc32c());
    }
  }

  /// The bytes of its encoded records that are in memory.
  public long encodedBytes() {
    return fate instanceof StagedFate.Written written
        ? written.records().stream().mapToLong(record -> record.content().memoryBytes()).sum()
        : 0;
  }

  /// Removes what waits on disk; its records cannot be read any more.
  @Override
  public void close() {
    if (spill != null) {
      spill.close();
    }
  }
}
