package dev.shardline.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import dev.shardline.shard.NpyEncoding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A record's array, as it lies in every shard format that holds `.npy`, is what DJL's own reader
/// takes it for.
class DjlReadsRecordsTest {
  private static final int[] SHAPE = {2, 3, 2};

  @Test
  void floatsHaveTheirShapeAndValues() {
    float[] values = {0, 1.5f, -2, 3e-8f, 4, 5, 6e9f, 7, -8, 9, 10, 11};
    try (NDManager manager = Engine.getEngine("OnnxRuntime").newBaseManager()) {
      NDArray array = read(manager, Tensor.ofFloats(values, SHAPE));
      assertThat(array.getShape().getShape()).containsExactly(2, 3, 2);
      assertThat(array.toFloatArray()).isEqualTo(values);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ElementType.class,
      names = {"UINT8", "INT32", "INT64", "FLOAT64"})
  void otherTypesKeepTheirBytes(ElementType type) {
    byte[] bytes = new byte[12 * type.bytes()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (7 * i);
    }
    try (NDManager manager = Engine.getEngine("OnnxRuntime").newBaseManager()) {
      NDArray array = read(manager, Tensor.of(type, SHAPE, bytes));
      assertThat(array.getDataType().asNumpy()).isEqualTo(type.npyDescriptor());
      ByteBuffer read = array.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
      byte[] found = new byte[read.remaining()];
      read.get(found);
      assertThat(found).isEqualTo(bytes);
    }
  }

  private static NDArray read(NDManager manager, Tensor tensor) {
    byte[] header = NpyEncoding.header(tensor);
    byte[] file = new byte[header.length + tensor.bytes().length];
    System.arraycopy(header, 0, file, 0, header.length);
    System.arraycopy(tensor.bytes(), 0, file, header.length, tensor.bytes().length);
    return NDList.decode(manager, file).singletonOrThrow();
  }
}
