package dev.shardline.commit;

import dev.shardline.scratch.ScratchFile;
import dev.shardline.shard.EncodedRecord;
import java.util.List;

/// An encoded record on its way into the part's spool.
public sealed interface StagedContent {
  /// The record itself.
  EncodedRecord encoded();

  /// How many bytes stand in the shard.
  int shardBytes();

  /// The memory it takes meanwhile.
  long memoryBytes();

  /// A record in memory.
  record InMemory(EncodedRecord encoded) implements StagedContent {
    @Override
    public int shardBytes() {
      return encoded.shardBytes();
    }

    @Override
    public long memoryBytes() {
      return encoded.length();
    }
  }

  /// A record in a scratch file, its head first.
  record OnDisk(ScratchFile file, long position, int headBytes, int shardBytes)
      implements StagedContent {
    @Override
    public EncodedRecord encoded() {
      byte[] head = file.read(position, headBytes);
      return new EncodedRecord(head, List.of(file.read(position + headBytes, shardBytes)));
    }

    @Override
    public long memoryBytes() {
      return 0;
    }
  }
}
