package dev.shardline.signal;

import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Tensors of traces: axes signal channel, time point (or whatever the columns are), in the traces'
/// own element type.
public final class RowTensors {
  private RowTensors() {}

  /// All rows as one tensor.
  ///
  /// @throws IllegalArgumentException if it would have 2 GiB or more
  public static Tensor of(Traces traces) {
    long size = (long) traces.channels() * traces.timePoints() * traces.bytesPerValue();
    if (size > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "A tensor of " + size + " bytes is too large for a record");
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
    int[] shape = {traces.channels(), traces.timePoints()};
    if (traces instanceof LaneTraces lanes) {
      return lanes(lanes, shape, bytes.array());
    }
    return traces.bytesPerValue() == Float.BYTES
        ? floats(traces, shape, bytes)
        : doubles(traces, shape, bytes);
  }

  private static Tensor lanes(LaneTraces traces, int[] shape, byte[] bytes) {
    for (int i = 0; i < traces.blockCount(); i++) {
      int to = i * LaneBlock.MOST * traces.timePoints() * Float.BYTES;
      traces.read(i, block -> block.write(bytes, to));
    }
    return Tensor.of(ElementType.FLOAT32, shape, bytes);
  }

  private static Tensor floats(Traces traces, int[] shape, ByteBuffer bytes) {
    for (int channel = 0; channel < traces.channels(); channel++) {
      float[] row = traces.floats(channel);
      bytes.asFloatBuffer().put(row);
      bytes.position(bytes.position() + row.length * Float.BYTES);
    }
    return Tensor.of(ElementType.FLOAT32, shape, bytes.array());
  }

  private static Tensor doubles(Traces traces, int[] shape, ByteBuffer bytes) {
    for (int channel = 0; channel < traces.channels(); channel++) {
      double[] row = traces.doubles(channel);
      bytes.asDoubleBuffer().put(row);
      bytes.position(bytes.position() + row.length * Double.BYTES);
    }
    return Tensor.of(ElementType.FLOAT64, shape, bytes.array());
  }
}
