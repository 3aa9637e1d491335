package dev.shardline.volume.gzip;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// The bytes of an uncompressed file.
final class PlainFlow implements ByteFlow {
  private final MemorySegment file;
  private long position;

  PlainFlow(MemorySegment file) {
    this.file = file;
  }

  @Override
  public int read(byte[] into, int at, int length) {
    int count = (int) Math.min(length, file.byteSize() - position);
    if (count == 0 && length > 0) {
      return -1;
    }
    MemorySegment.copy(file, ValueLayout.JAVA_BYTE, position, into, at, count);
    position += count;
    return count;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public long longestPossible() {
    return file.byteSize();
  }

  @Override
  public void drain(long limit) {
    position = Math.min(file.byteSize(), position + limit);
  }
}
