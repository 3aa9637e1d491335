package dev.shardline.shard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FLOAT;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import blue.strategic.parquet.ParquetWriter;
import blue.strategic.parquet.ValueWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/// Turns a feature table of [CsvFormat] into Parquet, row by row.
final class FeatureColumns {
  private static final CSVFormat CSV = CSVFormat.RFC4180;
  private static final Set<String> TEXTS =
      Set.of("key", "sample", "subject", "label", "split", "channel", "unit");
  private static final Set<String> WHOLE_NUMBERS = Set.of("class_index", "window");
  private static final String ONSET = "onset-seconds";

  private final List<String> names;
  private final PrimitiveTypeName number;

  /// @param header the table's first line
  /// @param single whether features are float32
  FeatureColumns(String header, boolean single) throws IOException {
    try (CSVParser parser = CSVParser.parse(header, CSV)) {
      names = List.copyOf(parser.iterator().next().toList());
    }
    number = single ? FLOAT : DOUBLE;
  }

  /// Writes the table's rows.
  void write(Path table, Path parquet) throws IOException {
    try (CSVParser rows = CSVParser.parse(table, UTF_8, CSV);
        ParquetWriter<CSVRecord> writer =
            ParquetWriter.writeFile(schema(), parquet.toFile(), this::row)) {
      for (CSVRecord row : rows) {
        if (row.getRecordNumber() > 1) {
          writer.write(row);
        }
      }
    }
  }

  private MessageType schema() {
    Types.GroupBuilder<MessageType> schema = Types.buildMessage();
    for (String name : names) {
      PrimitiveTypeName type = type(name);
      schema =
          type == BINARY
              ? schema.required(type).as(stringType()).named(name)
              : schema.optional(type).named(name);
    }
    return schema.named("features");
  }

  private PrimitiveTypeName type(String name) {
    if (TEXTS.contains(name)) {
      return BINARY;
    }
    if (WHOLE_NUMBERS.contains(name)) {
      return INT64;
    }
    return name.equals(ONSET) ? DOUBLE : number;
  }

  private void row(CSVRecord row, ValueWriter writer) {
    for (int i = 0; i < names.size(); i++) {
      String cell = row.get(i);
      PrimitiveTypeName type = type(names.get(i));
      if (type == BINARY) {
        writer.write(names.get(i), cell);
      } else if (!cell.isEmpty() && !cell.equals(CsvFormat.MISSING)) {
        writer.write(names.get(i), number(type, cell));
      }
    }
  }

  private static Object number(PrimitiveTypeName type, String cell) {
    if (type == INT64) {
      return Long.valueOf(cell);
    }
    if (type == FLOAT) {
      return Float.valueOf(cell);
    }
    return Double.valueOf(cell);
  }
}
