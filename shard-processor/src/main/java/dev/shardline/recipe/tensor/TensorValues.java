package dev.shardline.recipe.tensor;

import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// The elements of a tensor of any type as numbers. 64-bit integers beyond 2^53 are rounded to the
/// nearest double.
final class TensorValues {
  private static final ValueLayout.OfShort INT16 =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT32 =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong INT64 =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT32 =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble FLOAT64 =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final ElementType type;
  private final MemorySegment bytes;
  private final int count;

  TensorValues(Tensor tensor) {
    this.type = tensor.type();
    this.bytes = MemorySegment.ofArray(tensor.bytes());
    this.count = tensor.bytes().length / type.bytes();
  }

  int count() {
    return count;
  }

  double at(int index) {
    long offset = (long) index * type.bytes();
    return switch (type) {
      case UINT8 -> bytes.get(ValueLayout.JAVA_BYTE, offset) & 0xFF;
      case INT16 -> bytes.get(INT16, offset);
      case UINT16 -> bytes.get(INT16, offset) & 0xFFFF;
      case INT32 -> bytes.get(INT32, offset);
      case INT64 -> bytes.get(INT64, offset);
      case FLOAT32 -> bytes.get(FLOAT32, offset);
      case FLOAT64 -> bytes.get(FLOAT64, offset);
    };
  }
}
