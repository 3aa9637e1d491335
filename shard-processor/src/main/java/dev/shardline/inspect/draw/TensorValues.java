package dev.shardline.inspect.draw;

import dev.shardline.data.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A tensor's elements as floats, whatever their type.
public final class TensorValues {
  private TensorValues() {}

  /// The elements in C order; a copy. 64-bit numbers are rounded.
  public static float[] of(Tensor tensor) {
    ByteBuffer bytes = ByteBuffer.wrap(tensor.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[tensor.bytes().length / tensor.type().bytes()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (tensor.type()) {
            case UINT8 -> bytes.get() & 0xFF;
            case INT16 -> bytes.getShort();
            case UINT16 -> bytes.getShort() & 0xFFFF;
            case INT32 -> bytes.getInt();
            case INT64 -> bytes.getLong();
            case FLOAT32 -> bytes.getFloat();
            case FLOAT64 -> (float) bytes.getDouble();
          };
    }
    return values;
  }
}
