package dev.shardline.shard;

import dev.shardline.failure.MalformedDataException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A format of output files. Records are encoded one by one, by many threads; a file of encoded
/// records, one after another, is then sealed into a shard.
public interface ShardFormat {
  /// The name under which `output.format` calls it.
  String name();

  /// What a shard's file name ends in: `.tar`.
  String suffix();

  /// Encodes one record. The bytes depend on the record alone.
  ///
  /// @throws MalformedDataException if the format cannot hold such a record
  EncodedRecord encode(ShardRecord record) throws MalformedDataException;

  /// Makes a shard of encoded records.
  ///
  /// @param records the file of encoded records; may be changed into the shard itself. Longer than
  ///   the last span only where an earlier call did not end
  /// @param spans where each record lies in it, in order, without gaps from 0
  /// @param folder where to put further files; the caller deletes it
  /// @throws dev.shardline.failure.UsageException if the format cannot hold these records together
  SealedShard seal(Path records, List<RecordSpan> spans, Path folder) throws IOException;

  /// As [#seal(Path, List, Path)], for formats whose further files name the shard.
  ///
  /// @param storedName the shard's name as it will lie in the split's folder, compression included
  default SealedShard seal(Path records, List<RecordSpan> spans, Path folder, String storedName)
      throws IOException {
    return seal(records, spans, folder);
  }

  /// Whether sealing leaves the encoded records as they are and only adds something behind them.
  default boolean beginsWithRecords() {
    return false;
  }

  /// Whether shards may be compressed as a whole by this method.
  default boolean takes(Compression.Method method) {
    return true;
  }
}
