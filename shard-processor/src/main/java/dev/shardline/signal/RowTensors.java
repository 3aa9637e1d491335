package dev.shardline.signal;

import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/// Tensors of traces: axes signal channel, time point (or whatever the columns are), in the traces'
/// own element type.
public final class RowTensors {
  private static final int STRETCH = 256;

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
      return lanes(lanes, shape, bytes);
    }
    return traces.bytesPerValue() == Float.BYTES
        ? floats(traces, shape, bytes)
        : doubles(traces, shape, bytes);
  }

  /// Takes blocks apart a stretch at a time, which stays in the nearest cache.
  private static Tensor lanes(LaneTraces traces, int[] shape, ByteBuffer bytes) {
    FloatBuffer values = bytes.asFloatBuffer();
    float[][] rows = new float[LaneBlock.MOST][STRETCH];
    for (int i = 0; i < traces.blockCount(); i++) {
      int at = i * LaneBlock.MOST * traces.timePoints();
      traces.read(i, block -> takeApart(block, rows, values, at));
    }
    return Tensor.of(ElementType.FLOAT32, shape, bytes.array());
  }

  private static void takeApart(LaneBlock block, float[][] rows, FloatBuffer values, int at) {
    int timePoints = block.timePoints();
    for (int start = 0; start < timePoints; start += STRETCH) {
      int count = Math.min(STRETCH, timePoints - start);
      block.separate(start, count, rows);
      for (int lane = 0; lane < block.signals(); lane++) {
        values.put(at + lane * timePoints + start, rows[lane], 0, count);
      }
    }
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
