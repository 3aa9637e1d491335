package dev.shardline.lineage;

import dev.shardline.digest.Digest;

/// Where one output record lies.
///
/// @param key the record's key in its shard
/// @param shard index into the ledger's shards
/// @param offset first byte of the record in the uncompressed shard
/// @param length its bytes, all files with headers and padding
/// @param sha256 digest of that range
public record RecordEntry(String key, int shard, long offset, long length, Digest sha256) {
  public RecordEntry {
    if (shard < 0 || offset < 0 || length < 1) {
      throw new IllegalArgumentException(
          "Record %s cannot lie at shard %d, offset %d, length %d"
              .formatted(key, shard, offset, length));
    }
  }
}
