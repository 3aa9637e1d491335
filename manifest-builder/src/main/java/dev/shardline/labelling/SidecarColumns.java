package dev.shardline.labelling;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.column.TextDictionary;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.grouping.SampleTable;
import dev.shardline.listing.ObjectTable;
import dev.shardline.probe.ReadPool;
import dev.shardline.probe.StoredSample;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads columns from the JSON files of samples: those that are objects of a sample, and those that
/// it inherits (BIDS 1.10, "The Inheritance Principle"). Of several files the nearest counts. Every
/// file is read once.
final class SidecarColumns {
  private static final int READS_AT_ONCE = 64;

  /// A sidecar is a page of text; whatever is larger is none.
  private static final long MOST_BYTES = 4L << 20;

  private final List<List<String>> fields;
  private final List<String> names;
  private final StoreProvider stores;

  /// @param fields names of fields; a dot leads into a nested object
  SidecarColumns(List<String> fields, StoreProvider stores) {
    this.names = List.copyOf(fields);
    this.fields = fields.stream().map(field -> List.of(field.split("\\."))).toList();
    this.stores = stores;
  }

  /// What was read.
  ///
  /// @param columns one a field
  /// @param unreadable samples with a file that is no JSON object, too large or refused, rising
  record Read(List<SampleColumn> columns, int[] unreadable) {}

  Read read(SampleTable samples) {
    InheritedSidecars inherited = new InheritedSidecars(samples.objects());
    int[][] rowsOf = new int[samples.size()][];
    boolean[] wanted = new boolean[samples.objects().size()];
    for (int sample = 0; sample < rowsOf.length; sample++) {
      rowsOf[sample] = inherited.rows(samples, sample);
      Arrays.stream(rowsOf[sample]).forEach(row -> wanted[row] = true);
    }
    int[] rows = IntStream.range(0, wanted.length).filter(row -> wanted[row]).toArray();
    String[][] values = readAll(samples.objects(), rows);
    List<SampleColumn> columns = new ArrayList<>();
    for (int field = 0; field < names.size(); field++) {
      columns.add(column(field, rowsOf, rows, values));
    }
    int[] unreadable =
        IntStream.range(0, rowsOf.length)
            .filter(s ->
                Arrays.stream(rowsOf[s])
                    .anyMatch(row -> values[Arrays.binarySearch(rows, row)].length == 0))
            .toArray();
    return new Read(columns, unreadable);
  }

  /// The fields of each file; nothing for one that cannot be read.
  private String[][] readAll(ObjectTable objects, int[] rows) {
    String[][] values = new String[rows.length][];
    new ReadPool(READS_AT_ONCE)
        .readAll(rows.length, index -> values[index] = readOne(objects, rows[index]));
    return values;
  }

  private String[] readOne(ObjectTable objects, int row) throws IOException {
    if (objects.bytes().value(row) > MOST_BYTES) {
      return new String[0];
    }
    var object = objects.object(row);
    var file = new StoredSample(objects.ids().text(row), List.of(object), stores);
    byte[] bytes;
    try {
      bytes = file.read(object, ByteRange.ALL);
    } catch (FileSystemException e) {
      return new String[0];
    }
    try {
      JsonNode json = CanonicalJson.parse(bytes);
      return json.isObject()
          ? fields.stream().map(path -> text(json, path)).toArray(String[]::new)
          : new String[0];
    } catch (IOException e) {
      return new String[0];
    }
  }

  /// A field's text; empty where it is absent or no plain value.
  private static String text(JsonNode json, List<String> path) {
    JsonNode node = json;
    for (String name : path) {
      node = node.path(name);
    }
    return node.isValueNode() && !node.isNull() ? node.asText().strip() : "";
  }

  private SampleColumn column(int field, int[][] rowsOf, int[] rows, String[][] values) {
    TextDictionary texts = new TextDictionary();
    int[] codes = new int[rowsOf.length];
    for (int sample = 0; sample < codes.length; sample++) {
      String text = nearest(field, rowsOf[sample], rows, values);
      codes[sample] = text == null ? TextDictionary.ABSENT : texts.add(text);
    }
    return new SampleColumn(names.get(field), texts, codes);
  }

  private static @Nullable String nearest(int field, int[] own, int[] rows, String[][] values) {
    for (int row : own) {
      String[] read = values[Arrays.binarySearch(rows, row)];
      if (read.length > 0 && !read[field].isEmpty()) {
        return read[field];
      }
    }
    return null;
  }
}
