package dev.shardline.signal.format;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
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

  /// All the bytes, where they lie in memory anyway: readers need not copy them. Not to be written.
  default Optional<MemorySegment> memory() {
    return Optional.empty();
  }

  /// All the bytes, where they are an array; not to be written.
  default Optional<byte[]> array() {
    return memory()
        .flatMap(MemorySegment::heapBase)
        .map(byte[].class::cast)
        .filter(array -> array.length == memory().orElseThrow().byteSize());
  }

  /// A source over an array, which is not copied and must not change; safe for many threads.
  static ByteSource of(byte[] bytes) {
    return of(MemorySegment.ofArray(bytes));
  }

  /// The same over any memory.
  static ByteSource of(MemorySegment memory) {
    return new ByteSource() {
      @Override
      public long size() {
        return memory.byteSize();
      }

      @Override
      public Optional<MemorySegment> memory() {
        return Optional.of(memory);
      }

      @Override
      public void read(long offset, byte[] into, int at, int length) throws EOFException {
        if (offset < 0 || offset > size() - length) {
          throw new EOFException(
              "Bytes %d to %d asked of %d".formatted(offset, offset + length, size()));
        }
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, offset, into, at, length);
      }
    };
  }
}
