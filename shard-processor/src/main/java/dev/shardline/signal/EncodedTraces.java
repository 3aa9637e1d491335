package dev.shardline.signal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.stream.IntStream;

/// [Traces] in float32, least significant byte first, whose rows still lie in their file's bytes:
/// kernels that work on sixteen signals at once take them from there.
public final class EncodedTraces implements PackedTraces {
  private static final ValueLayout.OfFloat FLOAT32 =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final MemorySegment memory;
  private final int[] offsets;
  private final int timePoints;

  /// @param memory the file's bytes, kept and not to be written any more
  /// @param offsets where each row begins in them
  /// @throws IndexOutOfBoundsException if a row does not lie within the bytes
  public EncodedTraces(MemorySegment memory, int[] offsets, int timePoints) {
    this.memory = memory;
    this.offsets = offsets.clone();
    this.timePoints = timePoints;
    for (int offset : offsets) {
      Objects.checkFromIndexSize(offset, (long) timePoints * Float.BYTES, memory.byteSize());
    }
  }

  /// The file's bytes; not to be written.
  public MemorySegment memory() {
    return memory;
  }

  /// Where a row begins in the bytes.
  public int offset(int channel) {
    return offsets[channel];
  }

  @Override
  public int channels() {
    return offsets.length;
  }

  @Override
  public int timePoints() {
    return timePoints;
  }

  @Override
  public long memoryBytes() {
    return memory.byteSize();
  }

  @Override
  public float[] floats(int channel) {
    return floats(channel, 0, timePoints);
  }

  private float[] floats(int channel, int start, int stop) {
    float[] values = new float[stop - start];
    long from = offsets[channel] + (long) start * Float.BYTES;
    MemorySegment.copy(memory, FLOAT32, from, values, 0, values.length);
    return values;
  }

  @Override
  public Float32Traces columns(int start, int stop) {
    Objects.checkFromToIndex(start, stop, timePoints);
    return new Float32Traces(
        IntStream.range(0, offsets.length)
            .mapToObj(channel -> floats(channel, start, stop))
            .toArray(float[][]::new));
  }

  @Override
  public Float32Traces unpacked() {
    return columns(0, timePoints);
  }
}
