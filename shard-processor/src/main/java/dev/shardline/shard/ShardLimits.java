package dev.shardline.shard;

/// How large a shard may grow before its part continues in another one.
///
/// @param records at most this many records
/// @param bytes at most this many uncompressed bytes of records, but always one record
public record ShardLimits(long records, long bytes) {
  /// One shard a part.
  public static final ShardLimits NONE = new ShardLimits(Long.MAX_VALUE, Long.MAX_VALUE);

  public ShardLimits {
    if (records < 1 || bytes < 1) {
      throw new IllegalArgumentException(
          "A shard holds at least one record and one byte, asked for %d and %d"
              .formatted(records, bytes));
    }
  }

  /// Whether a shard that holds so much takes `length` more bytes.
  public boolean admit(long heldRecords, long heldBytes, long length) {
    return heldRecords == 0 || (heldRecords < records && heldBytes + length <= bytes);
  }
}
