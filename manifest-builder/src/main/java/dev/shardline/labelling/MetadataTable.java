package dev.shardline.labelling;

import dev.shardline.column.TextColumn;
import dev.shardline.column.TextDictionary;
import dev.shardline.failure.UsageException;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectVersion;
import dev.shardline.storage.StorageFailure;
import dev.shardline.storage.StoreProvider;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A metadata file in memory, its rows found by the text in one column. Rows that repeat a key with
/// the same values count once; those that contradict an earlier row are remembered as conflicts.
/// Takes commas or tabs, BOM, CR LF and quoted line ends as they come. Read by many threads.
public final class MetadataTable {
  private static final int EXAMPLES = 5;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final List<String> columns;
  private final TextDictionary keys;
  private final List<TextColumn> values;
  private final TreeSet<String> conflicts = new TreeSet<>();

  private MetadataTable(List<String> columns) {
    this.columns = columns;
    this.keys = new TextDictionary();
    this.values = columns.stream().map(column -> new TextColumn()).toList();
  }

  /// Reads the file.
  ///
  /// @throws UsageException if it cannot be read, is no such table, or lacks a column
  public static MetadataTable read(TableSpec spec, StoreProvider stores) {
    ObjectLocation location = spec.location();
    try (InputStream in =
            stores.storeOf(location).open(location, ObjectVersion.ANY, ByteRange.ALL);
        CSVParser parser = parser(in, location)) {
      return read(spec, parser);
    } catch (UncheckedIOException e) {
      throw new UsageException(
          "Cannot read the table %s: %s".formatted(location, e.getMessage()), e);
    } catch (IOException e) {
      throw StorageFailure.ending(e);
    }
  }

  private static CSVParser parser(InputStream in, ObjectLocation location) throws IOException {
    Reader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    boolean tabs = location.key().toLowerCase(Locale.ROOT).endsWith(".tsv");
    CSVFormat.Builder format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true);
    return CSVParser.builder()
        .setReader(reader)
        .setFormat(tabs ? format.setDelimiter('\t').get() : format.get())
        .get();
  }

  private static MetadataTable read(TableSpec spec, CSVParser parser) {
    var rows = parser.iterator();
    if (!rows.hasNext()) {
      throw new UsageException("The table %s is empty".formatted(spec.location()));
    }
    List<String> header = header(rows.next());
    int key = indexOf(header, spec.key(), spec.location());
    List<String> taken =
        spec.columns().isEmpty()
            ? header.stream().filter(name -> !name.equals(spec.key())).toList()
            : spec.columns();
    int[] places =
        taken.stream().mapToInt(name -> indexOf(header, name, spec.location())).toArray();
    MetadataTable table = new MetadataTable(List.copyOf(taken));
    while (rows.hasNext()) {
      CSVRecord row = rows.next();
      requireWidth(row, header.size(), spec.location());
      table.add(row, key, places);
    }
    table.values.forEach(TextColumn::trim);
    return table;
  }

  private static List<String> header(CSVRecord row) {
    List<String> header = new ArrayList<>(row.toList());
    header.set(0, header.getFirst().replace(BYTE_ORDER_MARK, ""));
    return header;
  }

  private static int indexOf(List<String> header, String name, ObjectLocation location) {
    int index = header.indexOf(name);
    if (index < 0) {
      throw new UsageException(
          "The table %s has no column \"%s\"; it has %s".formatted(location, name, header));
    }
    return index;
  }

  private static void requireWidth(CSVRecord row, int width, ObjectLocation location) {
    if (row.size() != width) {
      throw new UsageException(
          "Row %d of the table %s has %d values, its header has %d"
              .formatted(row.getRecordNumber(), location, row.size(), width));
    }
  }

  private void add(CSVRecord row, int key, int[] places) {
    int known = keys.size();
    int number = keys.add(row.get(key));
    for (int i = 0; i < places.length; i++) {
      String value = row.get(places[i]);
      if (number == known) {
        values.get(i).add(value);
      } else if (!values.get(i).text(number).equals(value)) {
        conflicts.add(row.get(key));
      }
    }
  }

  /// The columns that are taken.
  public List<String> columns() {
    return columns;
  }

  /// How many different keys there are.
  public int size() {
    return keys.size();
  }

  /// The row with this key, [TextDictionary#ABSENT] if there is none.
  public int find(String key) {
    return keys.find(key);
  }

  /// A row's key.
  public String key(int row) {
    return keys.text(row);
  }

  /// The value in a row of the `column`-th column; the first row of a key counts.
  public String value(int row, int column) {
    return values.get(column).text(row);
  }

  /// How many keys have rows that contradict each other.
  public int conflictCount() {
    return conflicts.size();
  }

  /// Some of the keys whose rows contradict each other.
  public List<String> conflictExamples() {
    return conflicts.stream().limit(EXAMPLES).toList();
  }
}
