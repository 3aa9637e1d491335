package dev.shardline.signal.format.onda.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.Duration;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FixedSizeBinary;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Struct_;
import org.apache.arrow.flatbuf.TimeUnit;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Utf8;

/// Turns [ArrowField]s into the flat buffers of a schema.
final class SchemaWriter {
  private SchemaWriter() {}

  static int schema(
      FlatBufferBuilder builder, Map<String, String> metadata, List<ArrowField> fields) {
    int[] offsets = fields.stream().mapToInt(field -> field(builder, field)).toArray();
    int fieldsOffset = Schema.createFieldsVector(builder, offsets);
    int metadataOffset = Schema.createCustomMetadataVector(builder, entries(builder, metadata));
    return Schema.createSchema(builder, Endianness.Little, fieldsOffset, metadataOffset, 0);
  }

  private static int[] entries(FlatBufferBuilder builder, Map<String, String> metadata) {
    return metadata.entrySet().stream()
        .mapToInt(entry -> {
          int key = builder.createString(entry.getKey());
          int value = builder.createString(entry.getValue());
          return KeyValue.createKeyValue(builder, key, value);
        })
        .toArray();
  }

  private static int field(FlatBufferBuilder builder, ArrowField field) {
    int[] childOffsets =
        field.children().stream().mapToInt(child -> field(builder, child)).toArray();
    int children = Field.createChildrenVector(builder, childOffsets);
    int name = builder.createString(field.name());
    int metadata = Field.createCustomMetadataVector(builder, entries(builder, field.metadata()));
    int type = type(builder, field.type());
    Field.startField(builder);
    Field.addName(builder, name);
    Field.addNullable(builder, false);
    Field.addTypeType(builder, typeNumber(field.type()));
    Field.addType(builder, type);
    Field.addChildren(builder, children);
    if (!field.metadata().isEmpty()) {
      Field.addCustomMetadata(builder, metadata);
    }
    return Field.endField(builder);
  }

  private static byte typeNumber(ArrowType type) {
    return switch (type) {
      case ArrowType.Whole whole -> Type.Int;
      case ArrowType.Floating floating -> Type.FloatingPoint;
      case ArrowType.Span span -> Type.Duration;
      case ArrowType.Text text -> Type.Utf8;
      case ArrowType.FixedBytes bytes -> Type.FixedSizeBinary;
      case ArrowType.Lists lists -> Type.List;
      case ArrowType.Struct struct -> Type.Struct_;
      case ArrowType.Other other -> throw notWritten(type);
    };
  }

  private static int type(FlatBufferBuilder builder, ArrowType type) {
    return switch (type) {
      case ArrowType.Whole(int bits, boolean signed) when bits == Long.SIZE && signed ->
          Int.createInt(builder, bits, true);
      case ArrowType.Floating(int bits) when bits == Double.SIZE ->
          FloatingPoint.createFloatingPoint(builder, Precision.DOUBLE);
      case ArrowType.Span(long nanoseconds) when nanoseconds == 1 ->
          Duration.createDuration(builder, TimeUnit.NANOSECOND);
      case ArrowType.Text(boolean large) when !large -> {
        Utf8.startUtf8(builder);
        yield Utf8.endUtf8(builder);
      }
      case ArrowType.FixedBytes(int width) -> FixedSizeBinary.createFixedSizeBinary(builder, width);
      case ArrowType.Lists(boolean large) when !large -> {
        org.apache.arrow.flatbuf.List.startList(builder);
        yield org.apache.arrow.flatbuf.List.endList(builder);
      }
      case ArrowType.Struct() -> {
        Struct_.startStruct_(builder);
        yield Struct_.endStruct_(builder);
      }
      case ArrowType.Whole whole -> throw notWritten(type);
      case ArrowType.Floating floating -> throw notWritten(type);
      case ArrowType.Span span -> throw notWritten(type);
      case ArrowType.Text text -> throw notWritten(type);
      case ArrowType.Lists lists -> throw notWritten(type);
      case ArrowType.Other other -> throw notWritten(type);
    };
  }

  private static IllegalArgumentException notWritten(ArrowType type) {
    return new IllegalArgumentException(
        "Written are signed 64-bit integers, doubles, nanoseconds, text, fixed bytes, lists and"
            + " structs; not "
            + type);
  }
}
