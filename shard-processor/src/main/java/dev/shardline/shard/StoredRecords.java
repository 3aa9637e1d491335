package dev.shardline.shard;

import dev.shardline.failure.MalformedDataException;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/// The records of a shard, one after another in the shard's order. Not for several threads.
public interface StoredRecords extends Closeable {
  /// The next record; empty at the end of the shard.
  ///
  /// @throws MalformedDataException if the record is not what we write
  /// @throws IOException if the shard cannot be read
  Optional<StoredRecord> next() throws IOException, MalformedDataException;

  @Override
  void close() throws IOException;
}
