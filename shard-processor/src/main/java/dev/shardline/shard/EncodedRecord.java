package dev.shardline.shard;

import dev.shardline.digest.Crc32c;
import java.util.List;
import java.util.zip.CRC32C;

/// A record as its format wrote it. Holds tensors' own arrays, not copies of them.
///
/// @param head for [ShardFormat#seal] only; may be empty
/// @param pieces what stands in the finished shard, one after another; taken over, not to be
///   changed
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
public record EncodedRecord(byte[] head, List<byte[]> pieces) {
  public EncodedRecord {
    pieces = List.copyOf(pieces);
    if (pieces.stream().allMatch(piece -> piece.length == 0)) {
      throw new IllegalArgumentException("A record has at least one byte in its shard");
    }
  }

  /// A record without a head.
  public static EncodedRecord of(List<byte[]> pieces) {
    return new EncodedRecord(new byte[0], pieces);
  }

  /// How many bytes it has, with its head.
  public int length() {
    return head.length + shardBytes();
  }

  /// How many bytes stand in the shard.
  public int shardBytes() {
    int sum = 0;
    for (byte[] piece : pieces) {
      sum = Math.addExact(sum, piece.length);
    }
    return sum;
  }

  /// The checksum of what stands in the shard.
  public Crc32c crc32c() {
    CRC32C crc = new CRC32C();
    pieces.forEach(crc::update);
    return Crc32c.of(crc);
  }
}
