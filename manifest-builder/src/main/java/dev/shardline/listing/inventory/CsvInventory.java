package dev.shardline.listing.inventory;

import dev.shardline.failure.UsageException;
import dev.shardline.storage.ObjectVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads the rows of a gzip-compressed CSV data file. It has no header; keys are URL-encoded.
final class CsvInventory {
  private static final int ABSENT = -1;

  private final List<String> columns;
  private final String name;
  private final int key;
  private final int size;

  /// @param columns as the manifest gives them
  /// @param name of the data file, for messages
  /// @throws UsageException if a column that is needed is missing
  CsvInventory(List<String> columns, String name) {
    this.columns = columns;
    this.name = name;
    this.key = columns.indexOf("Key");
    this.size = columns.indexOf("Size");
    if (key == ABSENT || size == ABSENT) {
      throw new UsageException(
          "The inventory must have the fields Key and Size, and better ETag as well; it has %s"
              .formatted(columns));
    }
  }

  void read(Path file, InventoryReader.RowConsumer rows) throws IOException {
    try (BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
        CSVParser parser =
            CSVParser.builder().setReader(reader).setFormat(CSVFormat.RFC4180).get()) {
      for (CSVRecord record : parser) {
        row(record, rows);
      }
    } catch (ZipException e) {
      throw new UsageException("The inventory's data file %s is no gzip file".formatted(name), e);
    } catch (UncheckedIOException e) {
      throw new UsageException(
          "The inventory's data file %s is no CSV: %s".formatted(name, e.getMessage()), e);
    }
  }

  private void row(CSVRecord record, InventoryReader.RowConsumer rows) throws IOException {
    if (record.size() != columns.size()) {
      throw malformed(record, "%d values, found %d".formatted(columns.size(), record.size()));
    }
    if (text(record, "IsLatest").equals("false") || text(record, "IsDeleteMarker").equals("true")) {
      return;
    }
    try {
      rows.accept(
          new InventoryRow(
              URLDecoder.decode(record.get(key), StandardCharsets.UTF_8),
              Long.parseUnsignedLong(record.get(size)),
              new ObjectVersion(text(record, "ETag"), text(record, "VersionId"))));
    } catch (IllegalArgumentException e) {
      throw malformed(record, "an encoded key and a size: " + e.getMessage());
    }
  }

  private String text(CSVRecord record, String column) {
    int index = columns.indexOf(column);
    return index == ABSENT ? "" : record.get(index);
  }

  private UsageException malformed(CSVRecord record, String expected) {
    return new UsageException(
        "Row %d of the inventory's data file %s: expected %s"
            .formatted(record.getRecordNumber(), name, expected));
  }
}
