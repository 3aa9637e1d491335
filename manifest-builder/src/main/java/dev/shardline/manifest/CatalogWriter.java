package dev.shardline.manifest;

import dev.shardline.dataset.Sample;
import dev.shardline.dataset.SourceObject;
import dev.shardline.dataset.Split;
import java.util.ArrayList;
import java.util.List;

/// Writes samples as the rows of `catalog.csv` or of a part's samples file (docs/FORMATS.md).
public final class CatalogWriter {
  private final List<String> attributes;
  private final StringBuilder text = new StringBuilder();

  /// Begins a file.
  ///
  /// @param attributes the data set's own columns; every sample has exactly these
  public CatalogWriter(List<String> attributes) {
    this.attributes = List.copyOf(attributes);
    CsvText.row(text, CatalogColumns.header(this.attributes));
  }

  /// Appends a sample, one row an object.
  ///
  /// @throws IllegalArgumentException if its attributes are not the file's
  public CatalogWriter add(CatalogEntry entry) {
    Sample sample = entry.sample();
    if (!List.copyOf(sample.attributes().keySet()).equals(attributes)) {
      throw new IllegalArgumentException(
          "Sample %s has the columns %s, the file has %s"
              .formatted(sample.id(), sample.attributes().keySet(), attributes));
    }
    for (SourceObject object : sample.objects()) {
      CsvText.row(text, row(sample, entry.split(), object));
    }
    return this;
  }

  private static List<String> row(Sample sample, Split split, SourceObject object) {
    List<String> row = new ArrayList<>();
    row.add(object.location().toString());
    row.add(sample.label().name());
    row.add(Integer.toString(sample.label().index()));
    row.add(split.name());
    row.add(sample.subject());
    row.add(sample.duplicateGroup());
    row.add(Long.toString(object.bytes()));
    row.add(object.version().etag());
    row.add(object.version().versionId());
    row.add(sample.id());
    row.addAll(sample.attributes().values());
    return row;
  }

  /// The file so far.
  public String text() {
    return text.toString();
  }
}
