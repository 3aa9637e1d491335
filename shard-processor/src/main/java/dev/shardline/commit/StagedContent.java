package dev.shardline.commit;

import dev.shardline.scratch.ScratchFile;
import dev.shardline.shard.EncodedRecord;

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
      return encoded.bytes().length;
    }
  }

  /// A record in a scratch file.
  record OnDisk(ScratchFile file, long position, int length, int headBytes)
      implements StagedContent {
    @Override
    public EncodedRecord encoded() {
      return new EncodedRecord(file.read(position, length), headBytes);
    }

    @Override
    public int shardBytes() {
      return length - headBytes;
    }

    @Override
    public long memoryBytes() {
      return 0;
    }
  }
}
