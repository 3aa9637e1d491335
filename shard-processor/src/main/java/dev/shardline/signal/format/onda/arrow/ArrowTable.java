package dev.shardline.signal.format.onda.arrow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A table: its schema and its rows, in one or more batches.
///
/// @param metadata of the schema
public record ArrowTable(
    Map<String, String> metadata, List<ArrowField> fields, List<Batch> batches) {
  public ArrowTable {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    fields = List.copyOf(fields);
    batches = List.copyOf(batches);
  }

  /// Rows that lie together.
  ///
  /// @param columns vector i is field i of the table
  public record Batch(int rows, List<ArrowVector> columns) {
    public Batch {
      columns = List.copyOf(columns);
      for (ArrowVector column : columns) {
        if (column.length() != rows) {
          throw new IllegalArgumentException(
              "A column of %d elements in a batch of %d rows".formatted(column.length(), rows));
        }
      }
    }
  }

  /// The position of the first field of this name; -1 if there is none.
  public int fieldIndex(String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
