package dev.shardline.signal.format.onda;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.format.onda.arrow.ArrowField;
import dev.shardline.signal.format.onda.arrow.ArrowTable;
import dev.shardline.signal.format.onda.arrow.ArrowVector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One row of a table, read column by column as the types that a schema asks for.
final class TableRow {
  /// Marks a UUID whose bytes are those of Julia's UInt128: the least significant first.
  static final String JULIA_UUID = "JuliaLang.UUID";

  private static final int UUID_BYTES = 16;

  private final ArrowTable table;
  private final ArrowTable.Batch batch;
  private final int index;
  private final long number;

  /// @param index within the batch
  /// @param number within the table, for messages
  TableRow(ArrowTable table, ArrowTable.Batch batch, int index, long number) {
    this.table = table;
    this.batch = batch;
    this.index = index;
    this.number = number;
  }

  /// All rows of a table, in order.
  static List<TableRow> of(ArrowTable table) {
    List<TableRow> rows = new ArrayList<>();
    for (ArrowTable.Batch batch : table.batches()) {
      for (int i = 0; i < batch.rows(); i++) {
        rows.add(new TableRow(table, batch, i, rows.size()));
      }
    }
    return rows;
  }

  UUID uuid(String column) throws MalformedDataException {
    int field = field(column);
    if (element(batch.columns().get(field), index)
            instanceof Element(ArrowVector.FixedBytes bytes, int at)
        && bytes.width() == UUID_BYTES) {
      boolean julia = table.fields().get(field).extension().filter(JULIA_UUID::equals).isPresent();
      ByteBuffer value = ByteBuffer.wrap(bytes.value(at));
      long first = value.order(julia ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN).getLong();
      long second = value.getLong();
      return julia ? new UUID(second, first) : new UUID(first, second);
    }
    throw malformed(column, "16 bytes, a UUID");
  }

  String text(String column) throws MalformedDataException {
    return textOf(batch.columns().get(field(column)), index)
        .orElseThrow(() -> malformed(column, "text"));
  }

  List<String> texts(String column) throws MalformedDataException {
    if (element(batch.columns().get(field(column)), index)
        instanceof Element(ArrowVector.Lists lists, int at)) {
      List<String> texts = new ArrayList<>();
      for (int i = lists.offsets()[at]; i < lists.offsets()[at + 1]; i++) {
        texts.add(
            textOf(lists.elements(), i).orElseThrow(() -> malformed(column, "a list of text")));
      }
      return texts;
    }
    throw malformed(column, "a list of text");
  }

  double number(String column) throws MalformedDataException {
    Element element = element(batch.columns().get(field(column)), index);
    return switch (element.vector()) {
      case ArrowVector.Doubles doubles when isThere(element) -> doubles.values()[element.index()];
      case ArrowVector.Longs longs when isThere(element) -> longs.values()[element.index()];
      default -> throw malformed(column, "a number");
    };
  }

  TimeSpan span(String column) throws MalformedDataException {
    Element element = element(batch.columns().get(field(column)), index);
    if (isThere(element)
        && element.vector() instanceof ArrowVector.Structs structs
        && structs.fields().get("start") instanceof ArrowVector.Longs starts
        && structs.fields().get("stop") instanceof ArrowVector.Longs stops) {
      long start = starts.values()[element.index()];
      long stop = stops.values()[element.index()];
      if (start >= 0 && stop > start) {
        return new TimeSpan(start, stop);
      }
      throw malformed(column, "0 or more to more than that, not %d to %d".formatted(start, stop));
    }
    throw malformed(column, "a struct of two durations, start and stop");
  }

  /// A column's value as text, if it is text or a number and not null.
  Optional<String> shown(ArrowField field) {
    Element element = element(batch.columns().get(table.fieldIndex(field.name())), index);
    if (!isThere(element)) {
      return Optional.empty();
    }
    return switch (element.vector()) {
      case ArrowVector.Texts texts -> Optional.of(texts.values().get(element.index()));
      case ArrowVector.Longs longs -> Optional.of("" + longs.values()[element.index()]);
      case ArrowVector.Doubles doubles -> Optional.of("" + doubles.values()[element.index()]);
      case ArrowVector.FixedBytes bytes -> Optional.empty();
      case ArrowVector.Lists lists -> Optional.empty();
      case ArrowVector.Structs structs -> Optional.empty();
      case ArrowVector.Indexed indexed -> Optional.empty();
      case ArrowVector.Unread unread -> Optional.empty();
    };
  }

  /// An element of a vector that holds values rather than indices.
  private record Element(ArrowVector vector, int index) {}

  private static Element element(ArrowVector vector, int index) {
    ArrowVector values = vector;
    int at = index;
    while (values instanceof ArrowVector.Indexed indexed && !indexed.isNull(at)) {
      at = indexed.position(at);
      values = indexed.values();
    }
    return new Element(values, at);
  }

  private static boolean isThere(Element element) {
    return !element.vector().isNull(element.index());
  }

  private static Optional<String> textOf(ArrowVector vector, int index) {
    Element element = element(vector, index);
    return element.vector() instanceof ArrowVector.Texts texts && isThere(element)
        ? Optional.of(texts.values().get(element.index()))
        : Optional.empty();
  }

  private int field(String column) throws MalformedDataException {
    int field = table.fieldIndex(column);
    if (field < 0) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          column,
          "a column of this name",
          "only " + table.fields().stream().map(ArrowField::name).toList());
    }
    return field;
  }

  MalformedDataException malformed(String column, String expected) {
    int field = table.fieldIndex(column);
    String found = field < 0 ? "no such column" : table.fields().get(field).type().toString();
    return new MalformedDataException(
        Reason.MALFORMED, "%s of row %d".formatted(column, number), expected, found);
  }
}
