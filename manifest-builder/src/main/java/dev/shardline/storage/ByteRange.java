package dev.shardline.storage;

/// A range of an object's bytes: `length` bytes from `offset`. A read returns fewer bytes only
/// where the object ends.
public record ByteRange(long offset, long length) {
  /// The whole object.
  public static final ByteRange ALL = new ByteRange(0, Long.MAX_VALUE);

  public ByteRange {
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException(
          "A byte range needs offset and length of at least 0, got %d and %d"
              .formatted(offset, length));
    }
  }
}
