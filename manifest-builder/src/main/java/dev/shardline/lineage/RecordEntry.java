package dev.shardline.lineage;

import dev.shardline.digest.Crc32c;

/// Where one output record lies. That its bytes are those that were written is proved by the digest
/// of its shard.
///
/// @param key the record's key in its shard
/// @param shard index into the ledger's shards
/// @param offset first byte of the record in the uncompressed shard
/// @param length its bytes, all files with headers and padding
/// @param crc32c of that range: tells a damaged record from its neighbours
public record RecordEntry(String key, int shard, long offset, long length, Crc32c crc32c) {
  public RecordEntry {
    if (shard < 0 || offset < 0 || length < 1) {
      throw new IllegalArgumentException(
          "Record %s cannot lie at shard %d, offset %d, length %d"
              .formatted(key, shard, offset, length));
    }
  }
}
