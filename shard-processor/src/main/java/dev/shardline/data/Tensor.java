package dev.shardline.data;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;

/// An n-dimensional array in C order (the last axis is contiguous), elements little-endian in one
/// heap-backed segment. What a recipe ends in and what shards hold.
///
/// The tensor owns its bytes: whoever hands an array in gives it up. Safe to share between threads.
public final class Tensor implements Payload {
  private static final ValueLayout.OfFloat FLOAT32 =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final ElementType type;
  private final int[] shape;
  private final byte[] bytes;

  private Tensor(ElementType type, int[] shape, byte[] bytes) {
    this.type = type;
    this.shape = shape.clone();
    this.bytes = bytes;
  }

  /// A tensor over little-endian `bytes`, which it takes over.
  ///
  /// @throws IllegalArgumentException if the shape has a negative axis or does not fit the bytes
  public static Tensor of(ElementType type, int[] shape, byte[] bytes) {
    long elements = elements(shape);
    if (elements * type.bytes() != bytes.length) {
      throw new IllegalArgumentException(
          "A %s tensor of shape %s has %d bytes, not %d"
              .formatted(
                  type.numpyName(), Arrays.toString(shape), elements * type.bytes(), bytes.length));
    }
    return new Tensor(type, shape, bytes);
  }

  /// A float32 tensor with a copy of `values`.
  public static Tensor ofFloats(float[] values, int... shape) {
    byte[] bytes = new byte[Math.multiplyExact(values.length, Float.BYTES)];
    MemorySegment.copy(values, 0, MemorySegment.ofArray(bytes), FLOAT32, 0, values.length);
    return of(ElementType.FLOAT32, shape, bytes);
  }

  private static long elements(int[] shape) {
    if (IntStream.of(shape).anyMatch(extent -> extent < 0)) {
      throw new IllegalArgumentException("Negative axis in shape " + Arrays.toString(shape));
    }
    return IntStream.of(shape).asLongStream().reduce(1, Math::multiplyExact);
  }

  public ElementType type() {
    return type;
  }

  /// The extents, outermost axis first; a copy.
  public int[] shape() {
    return shape.clone();
  }

  /// The elements, little-endian in C order: the tensor's own array, not to be written.
  public byte[] bytes() {
    return bytes;
  }

  /// The elements as floats in C order; a copy.
  ///
  /// @throws IllegalStateException if this is no float32 tensor
  public float[] toFloats() {
    if (type != ElementType.FLOAT32) {
      throw new IllegalStateException("Expected a float32 tensor, this is " + type.numpyName());
    }
    float[] values = new float[bytes.length / Float.BYTES];
    MemorySegment.copy(MemorySegment.ofArray(bytes), FLOAT32, 0, values, 0, values.length);
    return values;
  }

  @Override
  public DataKind kind() {
    return DataKind.TENSOR;
  }

  @Override
  public long memoryBytes() {
    return bytes.length;
  }

  @Override
  public String toString() {
    return type.numpyName() + Arrays.toString(shape);
  }
}
