package dev.shardline.signal.format;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;

/// Bytes that are read by range: a file, an object in a store, an array.
///
/// The size does not change while the source is in use. Reads block; whether they may run at once
/// from several threads is the implementation's to say. Whoever opened the source closes it.
public interface ByteSource {
  /// The number of bytes.
  long size() throws IOException;

  /// Fills `into[at, at + length)` with the bytes from `offset` on.
  ///
  /// @throws EOFException if the source ends before the range does
  /// @throws IOException if the bytes cannot be had
  void read(long offset, byte[] into, int at, int length) throws IOException;

  /// All the bytes, where they lie in an array anyway: readers need not copy them. Not to be
  /// written.
  default Optional<byte[]> array() {
    return Optional.empty();
  }

  /// A source over an array, which is not copied and must not change; safe for many threads.
  static ByteSource of(byte[] bytes) {
    return new ByteSource() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public Optional<byte[]> array() {
        return Optional.of(bytes);
      }

      @Override
      public void read(long offset, byte[] into, int at, int length) throws EOFException {
        if (offset < 0 || offset > bytes.length - length) {
          throw new EOFException(
              "Bytes %d to %d asked of %d".formatted(offset, offset + length, bytes.length));
        }
        System.arraycopy(bytes, (int) offset, into, at, length);
      }
    };
  }
}
