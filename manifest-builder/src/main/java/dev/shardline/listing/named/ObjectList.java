package dev.shardline.listing.named;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.UsageException;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectVersion;
import dev.shardline.storage.StoreProvider;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// Reads files that name objects: CSV and TSV with a header, JSON Lines, and plain text with one
/// URI a line; the file's extension says which. Takes a byte order mark, CR LF and quoted line ends
/// as they come. A name without a scheme is a path relative to the file. Columns named `bytes` or
/// `size`, `etag` and `version_id` are believed, so that a catalog can be a list.
public final class ObjectList {
  private static final List<String> NAMES = List.of("uri", "location", "path", "prefix");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final ObjectLocation file;
  private final @Nullable String column;
  private final StoreProvider stores;

  /// @param column the column or field that holds the names; null for the first of `uri`,
  ///   `location`, `path` and `prefix` that there is
  public ObjectList(ObjectLocation file, @Nullable String column, StoreProvider stores) {
    this.file = file;
    this.column = column;
    this.stores = stores;
  }

  /// Gives every object that the file names, in its order.
  ///
  /// @throws UsageException if the file is not of its kind
  public void read(Consumer<NamedObject> objects) throws IOException {
    String name = file.fileName().toLowerCase(Locale.ROOT);
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                stores.storeOf(file).open(file, ObjectVersion.ANY, ByteRange.ALL),
                StandardCharsets.UTF_8))) {
      if (name.endsWith(".csv")) {
        table(reader, CSVFormat.RFC4180, objects);
      } else if (name.endsWith(".tsv")) {
        table(reader, CSVFormat.RFC4180.builder().setDelimiter('\t').get(), objects);
      } else if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
        jsonLines(reader, objects);
      } else {
        lines(reader, objects);
      }
    } catch (UncheckedIOException e) {
      throw new UsageException("Cannot read the list %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private void table(BufferedReader reader, CSVFormat format, Consumer<NamedObject> objects)
      throws IOException {
    try (CSVParser parser =
        CSVParser.builder()
            .setReader(reader)
            .setFormat(format.builder().setIgnoreEmptyLines(true).get())
            .get()) {
      List<String> header = null;
      for (CSVRecord row : parser) {
        if (header == null) {
          header = header(row);
          requireColumn(header);
        } else if (row.size() == header.size()) {
          List<String> names = header;
          objects.accept(
              object(key -> names.contains(key) ? row.get(names.indexOf(key)) : "", names));
        } else {
          throw new UsageException(
              "Row %d of the list %s has %d values, its header has %d"
                  .formatted(row.getRecordNumber(), file, row.size(), header.size()));
        }
      }
    }
  }

  private static List<String> header(CSVRecord row) {
    List<String> header = new ArrayList<>(row.toList());
    header.set(0, header.getFirst().replace(BYTE_ORDER_MARK, ""));
    return List.copyOf(header);
  }

  private String requireColumn(List<String> header) {
    if (column != null && header.contains(column)) {
      return column;
    }
    return NAMES.stream()
        .filter(name -> column == null && header.contains(name))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "The list %s has no column %s; set the source's \"column\" to one of %s"
                    .formatted(file, column == null ? "of " + NAMES : column, header)));
  }

  private void jsonLines(BufferedReader reader, Consumer<NamedObject> objects) throws IOException {
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      String text = line.replace(BYTE_ORDER_MARK, "").strip();
      if (!text.isEmpty()) {
        objects.accept(jsonLine(text, number));
      }
    }
  }

  private NamedObject jsonLine(String text, int number) {
    JsonNode json;
    try {
      json = CanonicalJson.parse(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UsageException("Line %d of the list %s is no JSON".formatted(number, file), e);
    }
    if (json.isTextual()) {
      return NamedObject.at(locate(json.asText()));
    }
    List<String> fields = new ArrayList<>();
    json.fieldNames().forEachRemaining(fields::add);
    return object(key -> json.path(key).asText(), fields);
  }

  private void lines(BufferedReader reader, Consumer<NamedObject> objects) throws IOException {
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      String text = line.replace(BYTE_ORDER_MARK, "");
      if (!text.isBlank()) {
        objects.accept(NamedObject.at(locate(text)));
      }
    }
  }

  private NamedObject object(Function<String, String> value, List<String> columns) {
    String bytes = value.apply(columns.contains("bytes") ? "bytes" : "size");
    return new NamedObject(
        locate(value.apply(requireColumn(columns))),
        bytes.isEmpty() ? NamedObject.UNKNOWN : size(bytes),
        new ObjectVersion(value.apply("etag"), value.apply("version_id")));
  }

  private long size(String text) {
    try {
      return Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      throw new UsageException(
          "The list %s gives an object the size \"%s\"; expected a whole number"
              .formatted(file, text),
          e);
    }
  }

  private ObjectLocation locate(String text) {
    if (text.isBlank()) {
      throw new UsageException("The list %s has a row that names no object".formatted(file));
    }
    try {
      return text.contains("://") ? ObjectLocation.parse(text) : relative(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException("The list %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private ObjectLocation relative(String path) {
    String folder = file.key().substring(0, file.key().lastIndexOf('/') + 1);
    return path.startsWith("/")
        ? new ObjectLocation(file.scheme(), file.container(), path.substring(1))
        : new ObjectLocation(file.scheme(), file.container(), folder + path);
  }
}
