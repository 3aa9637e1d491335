package dev.shardline.volume.gzip;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Inflated bytes in borrowed memory.
///
/// @param bytes not to be used after [#close]
/// @param giveBack what to do when they are no longer needed
record InflatedBytes(MemorySegment bytes, Runnable giveBack) implements AutoCloseable {
  void copy(long from, byte[] into, int at, int count) {
    MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, from, into, at, count);
  }

  /// A part of the bytes that stays when this is closed.
  ///
  /// @param keeper says when it is no longer needed; whoever reads it afterwards gets an
  ///   [IllegalStateException]
  @SuppressWarnings("restricted") // the same memory with an end of its own
  MemorySegment keep(long from, long count, MemoryKeeper keeper) {
    Arena loan = Arena.ofShared();
    keeper.keep(() -> {
      loan.close();
      giveBack.run();
    });
    return bytes.asSlice(from, count).reinterpret(loan, null);
  }

  @Override
  public void close() {
    giveBack.run();
  }
}
