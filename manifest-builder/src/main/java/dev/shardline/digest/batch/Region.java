package dev.shardline.digest.batch;

import java.util.Objects;

/// A message to be digested: a range of an array that must not change meanwhile.
///
/// @param bytes holds the message; never written
/// @param offset where it begins
/// @param length how many bytes it has
@SuppressWarnings("ArrayRecordComponent") // a parameter, never compared
public record Region(byte[] bytes, int offset, int length) {
  public Region {
    Objects.checkFromIndexSize(offset, length, bytes.length);
  }

  /// All of an array.
  public static Region of(byte[] bytes) {
    return new Region(bytes, 0, bytes.length);
  }
}
