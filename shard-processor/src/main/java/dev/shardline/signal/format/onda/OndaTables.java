package dev.shardline.signal.format.onda;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.format.onda.arrow.ArrowField;
import dev.shardline.signal.format.onda.arrow.ArrowReader;
import dev.shardline.signal.format.onda.arrow.ArrowTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads Onda's tables: Arrow files or streams, columns in any order, further columns allowed.
public final class OndaTables {
  private static final Set<String> ANNOTATION_COLUMNS = Set.of("recording", "id", "span");

  private OndaTables() {}

  /// The rows of a signal table.
  ///
  /// @param table the bytes of the file
  /// @throws MalformedDataException if it is no Arrow table, or a row breaks `onda.signal@2`; names
  ///   the column and the row, counted from 0
  public static List<OndaSignal> signals(byte[] table) throws MalformedDataException {
    List<OndaSignal> signals = new ArrayList<>();
    for (TableRow row : TableRow.of(ArrowReader.read(table))) {
      signals.add(signal(row));
    }
    return List.copyOf(signals);
  }

  private static OndaSignal signal(TableRow row) throws MalformedDataException {
    String format = row.text("file_format");
    Optional<FileFormat> fileFormat = FileFormat.ofTableName(format);
    if (fileFormat.isEmpty()) {
      throw new MalformedDataException(
          Reason.UNSUPPORTED, "file_format", "lpcm or lpcm.zst", "'" + format + "'");
    }
    String type = row.text("sample_type");
    Optional<SampleType> sampleType = SampleType.ofTableName(type);
    if (sampleType.isEmpty()) {
      throw row.malformed("sample_type", "int8 to uint64, float32 or float64, not '" + type + "'");
    }
    double rate = row.number("sample_rate");
    if (!(rate >= 1e-6 && rate <= 1e9)) {
      throw row.malformed("sample_rate", "more than 0, 1e-6 to 1e9 Hz, not " + rate);
    }
    try {
      return new OndaSignal(
          row.uuid("recording"),
          row.text("file_path"),
          fileFormat.get(),
          row.span("span"),
          row.text("sensor_type"),
          row.text("sensor_label"),
          row.texts("channels"),
          row.text("sample_unit"),
          new SampleEncoding(
              sampleType.get(),
              row.number("sample_resolution_in_unit"),
              row.number("sample_offset_in_unit")),
          new SamplingRate(rate));
    } catch (IllegalArgumentException broken) {
      throw new MalformedDataException(
          Reason.MALFORMED, "onda.signal", "a valid row", "" + broken.getMessage());
    }
  }

  /// The rows of an annotation table.
  ///
  /// @param table the bytes of the file
  /// @throws MalformedDataException if it is no Arrow table, or a row breaks `onda.annotation@1`
  public static List<OndaAnnotation> annotations(byte[] table) throws MalformedDataException {
    ArrowTable arrow = ArrowReader.read(table);
    List<OndaAnnotation> annotations = new ArrayList<>();
    for (TableRow row : TableRow.of(arrow)) {
      Map<String, String> columns = new LinkedHashMap<>();
      for (ArrowField field : arrow.fields()) {
        if (!ANNOTATION_COLUMNS.contains(field.name())) {
          row.shown(field).ifPresent(value -> columns.put(field.name(), value));
        }
      }
      annotations.add(
          new OndaAnnotation(row.uuid("recording"), row.uuid("id"), row.span("span"), columns));
    }
    return List.copyOf(annotations);
  }
}
