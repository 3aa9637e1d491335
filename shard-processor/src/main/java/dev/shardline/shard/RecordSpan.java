package dev.shardline.shard;

/// Where an encoded record lies among the encoded records of a shard, one after another.
///
/// @param offset of its first byte, head included
/// @param length all its bytes
/// @param headBytes see [EncodedRecord]
public record RecordSpan(long offset, long length, int headBytes) {
  /// What follows this record.
  public long end() {
    return offset + length;
  }
}
