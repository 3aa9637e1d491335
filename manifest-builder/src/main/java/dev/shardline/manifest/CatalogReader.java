package dev.shardline.manifest;

import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Sample;
import dev.shardline.dataset.SourceObject;
import dev.shardline.dataset.Split;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectVersion;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// Reads `catalog.csv` or a part's samples file one sample at a time, in the file's order. Holds
/// one sample in memory. Not for several threads.
public final class CatalogReader implements Closeable {
  private static final int FIXED = CatalogColumns.FIXED.size();

  private final CSVParser parser;
  private final Iterator<CSVRecord> rows;
  private final List<String> attributes;
  private @Nullable CSVRecord pending;

  /// Begins to read.
  ///
  /// @param in read to its end; closed with the reader
  /// @throws MalformedDataException if the header is not a catalog's
  public CatalogReader(InputStream in) throws IOException, MalformedDataException {
    parser =
        CSVParser.builder()
            .setReader(new InputStreamReader(in, StandardCharsets.UTF_8))
            .setFormat(CSVFormat.RFC4180.builder().setRecordSeparator("\n").get())
            .get();
    rows = parser.iterator();
    CSVRecord header = nextRow();
    attributes = attributesOf(header == null ? List.of() : header.toList());
    pending = nextRow();
  }

  private static List<String> attributesOf(List<String> header) throws MalformedDataException {
    if (header.size() < FIXED || !header.subList(0, FIXED).equals(CatalogColumns.FIXED)) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "header",
          "columns beginning with " + String.join(",", CatalogColumns.FIXED),
          String.join(",", header));
    }
    return List.copyOf(header.subList(FIXED, header.size()));
  }

  /// The data set's own columns.
  public List<String> attributes() {
    return attributes;
  }

  /// The next sample; empty at the end of the file.
  ///
  /// @throws MalformedDataException if a row is not one of a catalog, or a sample's rows disagree
  public Optional<CatalogEntry> next() throws IOException, MalformedDataException {
    CSVRecord first = pending;
    if (first == null) {
      return Optional.empty();
    }
    List<SourceObject> objects = new ArrayList<>();
    CSVRecord row = first;
    do {
      requireSameSample(first, row);
      objects.add(objectOf(row));
      row = nextRow();
    } while (row != null
        && text(row, CatalogColumns.SAMPLE).equals(text(first, CatalogColumns.SAMPLE)));
    pending = row;
    return Optional.of(entryOf(first, objects));
  }

  private @Nullable CSVRecord nextRow() throws IOException, MalformedDataException {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CSVException malformed) {
        throw new MalformedDataException(
            Reason.MALFORMED,
            "line " + parser.getCurrentLineNumber(),
            "a CSV row",
            String.valueOf(malformed.getMessage()));
      }
      throw e.getCause();
    }
  }

  private CatalogEntry entryOf(CSVRecord row, List<SourceObject> objects)
      throws MalformedDataException {
    try {
      ClassLabel label =
          new ClassLabel(
              text(row, CatalogColumns.CLASS_LABEL),
              Integer.parseInt(text(row, CatalogColumns.CLASS_INDEX)));
      Map<String, String> own = new LinkedHashMap<>();
      for (int i = 0; i < attributes.size(); i++) {
        own.put(attributes.get(i), row.get(FIXED + i));
      }
      Sample sample =
          new Sample(
              text(row, CatalogColumns.SAMPLE),
              objects,
              text(row, CatalogColumns.SUBJECT),
              text(row, CatalogColumns.DUPLICATE_GROUP),
              label,
              own);
      return new CatalogEntry(sample, new Split(text(row, CatalogColumns.CHANNEL)));
    } catch (IllegalArgumentException e) {
      throw malformed(row, "a sample's row", String.valueOf(e.getMessage()));
    }
  }

  private SourceObject objectOf(CSVRecord row) throws MalformedDataException {
    try {
      return new SourceObject(
          ObjectLocation.parse(text(row, CatalogColumns.PREFIX)),
          Long.parseLong(text(row, CatalogColumns.BYTES)),
          new ObjectVersion(text(row, CatalogColumns.ETAG), text(row, CatalogColumns.VERSION_ID)));
    } catch (IllegalArgumentException e) {
      throw malformed(row, "an object's row", String.valueOf(e.getMessage()));
    }
  }

  private void requireSameSample(CSVRecord first, CSVRecord row) throws MalformedDataException {
    if (row.size() != FIXED + attributes.size()) {
      throw malformed(row, (FIXED + attributes.size()) + " values", row.size() + " values");
    }
    for (int i = 0; i < row.size(); i++) {
      if (describesSample(i) && !row.get(i).equals(first.get(i))) {
        throw malformed(
            row,
            "all rows of sample %s to agree".formatted(text(first, CatalogColumns.SAMPLE)),
            "\"%s\" and \"%s\"".formatted(first.get(i), row.get(i)));
      }
    }
  }

  private static boolean describesSample(int column) {
    if (column >= FIXED) {
      return true;
    }
    return switch (CatalogColumns.FIXED.get(column)) {
      case CatalogColumns.PREFIX,
          CatalogColumns.BYTES,
          CatalogColumns.ETAG,
          CatalogColumns.VERSION_ID ->
          false;
      default -> true;
    };
  }

  private static String text(CSVRecord row, String column) {
    return row.get(CatalogColumns.FIXED.indexOf(column));
  }

  private MalformedDataException malformed(CSVRecord row, String expected, String found) {
    return new MalformedDataException(
        Reason.MALFORMED, "row " + row.getRecordNumber(), expected, found);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
