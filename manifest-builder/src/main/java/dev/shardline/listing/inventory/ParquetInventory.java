package dev.shardline.listing.inventory;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.HydratorSupplier;
import blue.strategic.parquet.ParquetReader;
import dev.shardline.failure.UsageException;
import dev.shardline.storage.ObjectVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the rows of a Parquet data file. Reads the columns it needs and no other.
///
/// @param name of the data file, for messages
record ParquetInventory(String name) {
  private static final String KEY = "key";
  private static final String SIZE = "size";
  private static final Set<String> COLUMNS =
      Set.of(KEY, SIZE, "e_tag", "version_id", "is_latest", "is_delete_marker");

  void read(Path file, InventoryReader.RowConsumer rows) throws IOException {
    try (Stream<Map<String, Object>> stream =
        ParquetReader.streamContent(
            file.toFile(), HydratorSupplier.constantly(new ByName()), COLUMNS)) {
      for (Iterator<Map<String, Object>> each = stream.iterator(); each.hasNext(); ) {
        row(each.next(), rows);
      }
    } catch (RuntimeException e) {
      if (e instanceof UsageException known) {
        throw known;
      }
      // The reader tells malformed files by many kinds of exceptions.
      throw new UsageException(
          "The inventory's data file %s is no readable Parquet file: %s".formatted(name, e), e);
    }
  }

  private void row(Map<String, Object> row, InventoryReader.RowConsumer rows) throws IOException {
    if (Boolean.FALSE.equals(row.get("is_latest"))
        || Boolean.TRUE.equals(row.get("is_delete_marker"))) {
      return;
    }
    if (!(row.get(KEY) instanceof String key)
        || !(row.get(SIZE) instanceof Number size)
        || size.longValue() < 0) {
      throw new UsageException(
          "The inventory's data file %s must have the columns key and size; a row has %s"
              .formatted(name, row.keySet()));
    }
    rows.accept(
        new InventoryRow(
            key,
            size.longValue(),
            new ObjectVersion(text(row.get("e_tag")), text(row.get("version_id")))));
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }

  /// A row as a map from column to value; absent values are left out.
  private static final class ByName implements Hydrator<Map<String, Object>, Map<String, Object>> {
    @Override
    public Map<String, Object> start() {
      return new HashMap<>();
    }

    @Override
    public Map<String, Object> add(
        Map<String, Object> row, String heading, @Nullable Object value) {
      if (value != null) {
        row.put(heading, value);
      }
      return row;
    }

    @Override
    public Map<String, Object> finish(Map<String, Object> row) {
      return row;
    }
  }
}
