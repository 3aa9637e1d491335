package dev.shardline.signal.format.onda;

import dev.shardline.signal.format.onda.arrow.ArrowField;
import dev.shardline.signal.format.onda.arrow.ArrowTable;
import dev.shardline.signal.format.onda.arrow.ArrowType;
import dev.shardline.signal.format.onda.arrow.ArrowVector;
import dev.shardline.signal.format.onda.arrow.ArrowWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// Writes Onda's tables as Arrow files that Onda.jl accepts: no column nullable, UUIDs and spans
/// marked with Julia's extension types, the schema named in the metadata.
public final class OndaTableWriter {
  private static final String SCHEMA_KEY = "legolas_schema_qualified";
  private static final String SIGNAL_SCHEMA = "onda.signal@2>onda.samples-info@2";
  private static final String ANNOTATION_SCHEMA = "onda.annotation@1";
  private static final String JULIA_TIME_SPAN = "JuliaLang.TimeSpan";
  private static final int UUID_BYTES = 16;

  private final int rows;
  private final List<ArrowField> fields = new ArrayList<>();
  private final List<ArrowVector> columns = new ArrayList<>();

  private OndaTableWriter(int rows) {
    this.rows = rows;
  }

  /// A signal table (`onda.signal@2`) of these rows, in this order.
  public static byte[] signals(List<OndaSignal> signals) {
    OndaTableWriter table = new OndaTableWriter(signals.size());
    table.uuids("recording", signals, OndaSignal::recording);
    table.texts("file_path", signals, OndaSignal::filePath);
    table.texts("file_format", signals, signal -> signal.fileFormat().tableName());
    table.spans(signals, OndaSignal::span);
    table.texts("sensor_label", signals, OndaSignal::sensorLabel);
    table.texts("sensor_type", signals, OndaSignal::sensorType);
    table.channels(signals);
    table.texts("sample_unit", signals, OndaSignal::unit);
    table.numbers("sample_resolution_in_unit", signals, signal -> signal.encoding().resolution());
    table.numbers("sample_offset_in_unit", signals, signal -> signal.encoding().offset());
    table.texts("sample_type", signals, signal -> signal.encoding().type().tableName());
    table.numbers("sample_rate", signals, signal -> signal.rate().hertz());
    return table.write(SIGNAL_SCHEMA);
  }

  /// An annotation table (`onda.annotation@1`) of these rows, in this order. Further columns are
  /// those that any row has, as text; empty where a row has none.
  public static byte[] annotations(List<OndaAnnotation> annotations) {
    OndaTableWriter table = new OndaTableWriter(annotations.size());
    table.uuids("recording", annotations, OndaAnnotation::recording);
    table.uuids("id", annotations, OndaAnnotation::id);
    table.spans(annotations, OndaAnnotation::span);
    Set<String> further = new LinkedHashSet<>();
    annotations.forEach(annotation -> further.addAll(annotation.columns().keySet()));
    for (String column : further) {
      table.texts(column, annotations, annotation -> annotation.columns().getOrDefault(column, ""));
    }
    return table.write(ANNOTATION_SCHEMA);
  }

  private byte[] write(String schema) {
    return ArrowWriter.write(
        Map.of(SCHEMA_KEY, schema), fields, new ArrowTable.Batch(rows, columns));
  }

  private <T> void uuids(String name, List<T> items, Function<T, UUID> value) {
    ByteBuffer bytes = ByteBuffer.allocate(rows * UUID_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (T item : items) {
      UUID uuid = value.apply(item);
      bytes.putLong(uuid.getLeastSignificantBits()).putLong(uuid.getMostSignificantBits());
    }
    fields.add(
        ArrowField.of(name, new ArrowType.FixedBytes(UUID_BYTES))
            .withExtension(TableRow.JULIA_UUID));
    columns.add(ArrowVector.FixedBytes.of(bytes.array(), UUID_BYTES));
  }

  private <T> void texts(String name, List<T> items, Function<T, String> value) {
    fields.add(ArrowField.of(name, new ArrowType.Text(false)));
    columns.add(ArrowVector.Texts.of(items.stream().map(value).toList()));
  }

  private <T> void numbers(String name, List<T> items, ToDoubleFunction<T> value) {
    fields.add(ArrowField.of(name, new ArrowType.Floating(Double.SIZE)));
    columns.add(ArrowVector.Doubles.of(items.stream().mapToDouble(value).toArray()));
  }

  private <T> void spans(List<T> items, Function<T, TimeSpan> value) {
    ArrowType nanoseconds = new ArrowType.Span(1);
    fields.add(
        ArrowField.of(
                "span",
                new ArrowType.Struct(),
                ArrowField.of("start", nanoseconds),
                ArrowField.of("stop", nanoseconds))
            .withExtension(JULIA_TIME_SPAN));
    Map<String, ArrowVector> parts = new LinkedHashMap<>();
    parts.put(
        "start",
        ArrowVector.Longs.of(items.stream().map(value).mapToLong(TimeSpan::start).toArray()));
    parts.put(
        "stop",
        ArrowVector.Longs.of(items.stream().map(value).mapToLong(TimeSpan::stop).toArray()));
    columns.add(ArrowVector.Structs.of(rows, parts));
  }

  private void channels(List<OndaSignal> signals) {
    int[] offsets = new int[rows + 1];
    List<String> names = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      names.addAll(signals.get(i).channels());
      offsets[i + 1] = names.size();
    }
    fields.add(
        ArrowField.of(
            "channels",
            new ArrowType.Lists(false),
            ArrowField.of("item", new ArrowType.Text(false))));
    columns.add(ArrowVector.Lists.of(offsets, ArrowVector.Texts.of(names)));
  }
}
