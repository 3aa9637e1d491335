package dev.shardline.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Tiny networks as ONNX files, written field by field (onnx.proto3, opset 13).
final class OnnxModel {
  private static final int FLOAT = 1;

  private OnnxModel() {}

  /// `sigmoid(x - threshold)` of an array (batch, 1, rows, columns): above 0.5 where x is above the
  /// threshold.
  static byte[] brighterThan(float threshold) {
    Message graph =
        new Message()
            .message(1, node("Sub", "difference", "x", "threshold"))
            .message(1, node("Sigmoid", "y", "difference"))
            .text(2, "brighter")
            .message(5, scalar("threshold", threshold))
            .message(11, value("x", "batch", "1", "rows", "columns"))
            .message(12, value("y", "batch", "1", "rows", "columns"));
    return model(graph);
  }

  /// The mean of each channel: (batch, 1, rows, columns) to (batch, 1, 1, 1).
  static byte[] meanOfEach() {
    Message graph =
        new Message()
            .message(1, node("GlobalAveragePool", "y", "x"))
            .text(2, "mean")
            .message(11, value("x", "batch", "1", "rows", "columns"))
            .message(12, value("y", "batch", "1", "one", "one"));
    return model(graph);
  }

  private static byte[] model(Message graph) {
    return new Message()
        .number(1, 8)
        .text(2, "tests")
        .message(7, graph)
        .message(8, new Message().text(1, "").number(2, 13))
        .toBytes();
  }

  private static Message node(String operator, String output, String... inputs) {
    Message node = new Message();
    for (String input : inputs) {
      node.text(1, input);
    }
    return node.text(2, output).text(3, output).text(4, operator);
  }

  private static Message scalar(String name, float value) {
    byte[] bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array();
    return new Message().number(1, 1).number(2, FLOAT).text(8, name).bytes(9, bytes);
  }

  /// A float array; extents that are no numbers are free.
  private static Message value(String name, String... extents) {
    Message shape = new Message();
    for (String extent : extents) {
      boolean fixed = Character.isDigit(extent.charAt(0));
      shape.message(
          1,
          fixed
              ? new Message().number(1, Integer.parseInt(extent))
              : new Message().text(2, extent));
    }
    Message tensor = new Message().number(1, FLOAT).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  /// A protobuf message.
  private static final class Message {
    private static final int VARINT = 0;
    private static final int LENGTH = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      varint((long) field << 3 | VARINT);
      varint(value);
      return this;
    }

    Message bytes(int field, byte[] value) {
      varint((long) field << 3 | LENGTH);
      varint(value.length);
      out.writeBytes(value);
      return this;
    }

    Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return bytes(field, value.toBytes());
    }

    byte[] toBytes() {
      return out.toByteArray();
    }

    private void varint(long value) {
      long rest = value;
      while (rest > 0x7F) {
        out.write((int) (rest & 0x7F | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }
  }
}
