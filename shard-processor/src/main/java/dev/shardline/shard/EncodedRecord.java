package dev.shardline.shard;

/// A record as its format wrote it.
///
/// @param bytes taken over; not to be changed
/// @param headBytes how many bytes at the beginning are for [ShardFormat#seal] only; what follows
///   stands in the finished shard just as it is here
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
public record EncodedRecord(byte[] bytes, int headBytes) {
  public EncodedRecord {
    if (headBytes < 0 || headBytes >= bytes.length) {
      throw new IllegalArgumentException(
          "A record of %d bytes cannot have a head of %d".formatted(bytes.length, headBytes));
    }
  }

  /// How many bytes stand in the shard.
  public int shardBytes() {
    return bytes.length - headBytes;
  }
}
