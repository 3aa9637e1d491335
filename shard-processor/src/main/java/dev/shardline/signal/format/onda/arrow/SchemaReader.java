package dev.shardline.signal.format.onda.arrow;

import dev.shardline.signal.format.onda.arrow.ArrowField.DictionaryKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.flatbuf.DictionaryEncoding;
import org.apache.arrow.flatbuf.Duration;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FixedSizeBinary;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.TimeUnit;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Union;
import org.apache.arrow.flatbuf.UnionMode;
import org.jspecify.annotations.Nullable;

/// Turns the flat buffers of a schema into [ArrowField]s.
final class SchemaReader {
  /// Types nest at most so deep: a schema that refers to itself must not exhaust the stack.
  private static final int DEEPEST = 32;

  private static final int MOST_FIELDS = 10_000;

  private int fieldCount;

  static List<ArrowField> fields(Schema schema) throws BrokenArrow {
    SchemaReader reader = new SchemaReader();
    List<ArrowField> fields = new ArrayList<>();
    for (int i = 0; i < schema.fieldsLength(); i++) {
      fields.add(reader.field(schema.fields(i), 0));
    }
    return fields;
  }

  static Map<String, String> metadata(Schema schema) throws BrokenArrow {
    Map<String, String> metadata = new LinkedHashMap<>();
    for (int i = 0; i < schema.customMetadataLength(); i++) {
      put(schema.customMetadata(i), metadata);
    }
    return metadata;
  }

  private static void put(KeyValue entry, Map<String, String> into) throws BrokenArrow {
    if (into.size() > MOST_FIELDS) {
      throw new BrokenArrow("metadata", "at most " + MOST_FIELDS + " entries", "more");
    }
    into.put(text(entry.key()), text(entry.value()));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private ArrowField field(Field field, int depth) throws BrokenArrow {
    if (depth > DEEPEST || ++fieldCount > MOST_FIELDS) {
      throw new BrokenArrow(
          "schema", "at most %d fields, %d deep".formatted(MOST_FIELDS, DEEPEST), "more than that");
    }
    List<ArrowField> children = new ArrayList<>();
    for (int i = 0; i < field.childrenLength(); i++) {
      children.add(field(field.children(i), depth + 1));
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    for (int i = 0; i < field.customMetadataLength(); i++) {
      put(field.customMetadata(i), metadata);
    }
    return new ArrowField(text(field.name()), type(field), children, metadata, dictionary(field));
  }

  private static Optional<DictionaryKey> dictionary(Field field) throws BrokenArrow {
    DictionaryEncoding encoding = field.dictionary();
    if (encoding == null) {
      return Optional.empty();
    }
    Int indices = encoding.indexType();
    return Optional.of(
        new DictionaryKey(
            encoding.id(), indices == null ? new ArrowType.Whole(32, true) : whole(indices)));
  }

  private static ArrowType.Whole whole(Int type) throws BrokenArrow {
    int bits = type.bitWidth();
    if (bits != 8 && bits != 16 && bits != 32 && bits != 64) {
      throw new BrokenArrow("schema", "integers of 8, 16, 32 or 64 bits", bits + " bits");
    }
    return new ArrowType.Whole(bits, type.isSigned());
  }

  private static ArrowType type(Field field) throws BrokenArrow {
    return switch (field.typeType()) {
      case Type.Int -> whole(table(field, new Int()));
      case Type.FloatingPoint -> floating(table(field, new FloatingPoint()).precision());
      case Type.Duration -> new ArrowType.Span(nanoseconds(table(field, new Duration()).unit()));
      case Type.Utf8 -> new ArrowType.Text(false);
      case Type.LargeUtf8 -> new ArrowType.Text(true);
      case Type.FixedSizeBinary -> fixedBytes(table(field, new FixedSizeBinary()).byteWidth());
      case Type.List -> new ArrowType.Lists(false);
      case Type.LargeList -> new ArrowType.Lists(true);
      case Type.Struct_ -> new ArrowType.Struct();
      case Type.Null, Type.RunEndEncoded -> new ArrowType.Other(0);
      case Type.FixedSizeList -> new ArrowType.Other(1);
      case Type.Union ->
          new ArrowType.Other(table(field, new Union()).mode() == UnionMode.Dense ? 2 : 1);
      case Type.Bool, Type.Decimal, Type.Date, Type.Time, Type.Timestamp, Type.Interval, Type.Map ->
          new ArrowType.Other(2);
      case Type.Binary, Type.LargeBinary, Type.ListView, Type.LargeListView ->
          new ArrowType.Other(3);
      default ->
          throw new BrokenArrow(
              "type of column '" + field.name() + "'",
              "a type of fixed buffer count",
              "type number " + field.typeType());
    };
  }

  private static <T extends com.google.flatbuffers.Table> T table(Field field, T into)
      throws BrokenArrow {
    if (field.type(into) == null) {
      throw new BrokenArrow("schema", "the details of the type", "none");
    }
    return into;
  }

  private static ArrowType floating(short precision) {
    return switch (precision) {
      case Precision.SINGLE -> new ArrowType.Floating(32);
      case Precision.DOUBLE -> new ArrowType.Floating(64);
      default -> new ArrowType.Other(2);
    };
  }

  private static ArrowType fixedBytes(int width) throws BrokenArrow {
    if (width < 1) {
      throw new BrokenArrow("schema", "byte strings of width 1 or more", "" + width);
    }
    return new ArrowType.FixedBytes(width);
  }

  private static long nanoseconds(short unit) throws BrokenArrow {
    return switch (unit) {
      case TimeUnit.SECOND -> 1_000_000_000;
      case TimeUnit.MILLISECOND -> 1_000_000;
      case TimeUnit.MICROSECOND -> 1_000;
      case TimeUnit.NANOSECOND -> 1;
      default -> throw new BrokenArrow("schema", "a unit of time", "number " + unit);
    };
  }
}
