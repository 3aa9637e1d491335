package dev.shardline.volume.gzip;

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

  @Override
  public void close() {
    giveBack.run();
  }
}
