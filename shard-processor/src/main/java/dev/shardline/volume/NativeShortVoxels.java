package dev.shardline.volume;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Voxels as 16-bit signed integers, the low byte first, outside the heap, where they were inflated
/// to: nobody copies them into an array. Whoever reads them after their sample's recipe has ended
/// gets an [IllegalStateException].
public final class NativeShortVoxels implements StoredVoxels {
  /// How a value lies there.
  public static final ValueLayout.OfShort INT16 =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final MemorySegment memory;

  /// @param memory the values, for as long as they are needed; fewer than 2^31
  public NativeShortVoxels(MemorySegment memory) {
    this.memory = memory;
  }

  /// The values themselves, not to be written.
  public MemorySegment memory() {
    return memory;
  }

  @Override
  public int length() {
    return (int) (memory.byteSize() / Short.BYTES);
  }

  @Override
  public long memoryBytes() {
    return memory.byteSize();
  }

  @Override
  public float at(int index) {
    return memory.getAtIndex(INT16, index);
  }

  @Override
  public void copyTo(int from, float[] into, int at, int length) {
    for (int i = 0; i < length; i++) {
      into[at + i] = memory.getAtIndex(INT16, (long) from + i);
    }
  }

  @Override
  public void gatherTo(int from, int stride, float[] into, int at, int length) {
    for (int i = 0; i < length; i++) {
      into[at + i] = memory.getAtIndex(INT16, from + (long) i * stride);
    }
  }
}
