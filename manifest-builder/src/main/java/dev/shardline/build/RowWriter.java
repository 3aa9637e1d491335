package dev.shardline.build;

import dev.shardline.column.TextColumn;
import dev.shardline.column.TextDictionary;
import dev.shardline.grouping.SampleTable;
import dev.shardline.labelling.SampleColumn;
import dev.shardline.listing.ObjectRoot;
import dev.shardline.listing.ObjectTable;
import dev.shardline.manifest.CatalogColumns;
import dev.shardline.manifest.CsvText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes samples as rows of the catalog and of parts' samples files: the same text as
/// [dev.shardline.manifest.CatalogWriter], from columns. Safe for many threads.
final class RowWriter {
  private final PreparedDataset dataset;
  private final SampleTable samples;
  private final ObjectTable objects;
  private final List<byte[]> rootTexts;
  private final List<byte[]> classTexts;
  private final List<byte[]> splitTexts;

  RowWriter(PreparedDataset dataset) {
    this.dataset = dataset;
    this.samples = dataset.samples();
    this.objects = samples.objects();
    this.rootTexts =
        objects.roots().stream().map(ObjectRoot::location).map(r -> utf8(r.toString())).toList();
    this.classTexts =
        dataset.encoding().labels().stream()
            .map(label -> utf8("," + csv(label.name()) + "," + label.index() + ","))
            .toList();
    this.splitTexts = dataset.splits().stream().map(split -> utf8(split.name() + ",")).toList();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String csv(String value) {
    StringBuilder text = new StringBuilder();
    CsvText.value(text, value);
    return text.toString();
  }

  /// Puts the header.
  void header(TextBuffer out) {
    StringBuilder text = new StringBuilder();
    CsvText.row(text, CatalogColumns.header(new ArrayList<>(dataset.attributeNames())));
    out.put(text.toString());
  }

  /// Puts the rows of a sample.
  void sample(TextBuffer out, int sample) {
    for (int i = 0; i < samples.objectCount(sample); i++) {
      row(out, sample, samples.objectRow(sample, i));
    }
  }

  private void row(TextBuffer out, int sample, int object) {
    location(out, object);
    out.put(classTexts.get(dataset.labelled().classes()[sample]));
    out.put(splitTexts.get(dataset.splitOf()[sample]));
    subject(out, sample);
    out.put(',');
    SampleColumn copyGroups = dataset.copyGroups();
    if (copyGroups.isPresent(sample)) {
      text(out, copyGroups.values().texts(), copyGroups.code(sample));
    }
    out.put(',');
    out.put(objects.bytes().value(object));
    out.put(',');
    etag(out, object);
    out.put(',');
    text(out, objects.versions(), object);
    out.put(',');
    id(out, sample);
    for (SampleColumn column : dataset.attributes()) {
      out.put(',');
      if (column.isPresent(sample)) {
        text(out, column.values().texts(), column.code(sample));
      }
    }
    out.put('\n');
  }

  private void location(TextBuffer out, int object) {
    byte[] root = rootTexts.get(objects.rootIndex(object));
    TextColumn ids = objects.ids();
    byte[] id = ids.bytes(object);
    int start = ids.start(object) + objects.idPrefixLength(object);
    int end = ids.end(object);
    if (Escaping.needsQuotes(id, start, end) || Escaping.needsQuotes(root, 0, root.length)) {
      out.put('"');
      Escaping.putQuoted(out, root, 0, root.length);
      Escaping.putQuoted(out, id, start, end);
      out.put('"');
    } else {
      out.put(root);
      out.put(id, start, end - start);
    }
  }

  private void subject(TextBuffer out, int sample) {
    int code = dataset.subjectCode(sample);
    SampleColumn subject = dataset.subject();
    if (subject == null || code == TextDictionary.ABSENT) {
      id(out, sample);
    } else {
      text(out, subject.values().texts(), code);
    }
  }

  private void etag(TextBuffer out, int object) {
    if (objects.etags().isPlain(object)) {
      byte[] etag = utf8(objects.etags().text(object));
      Escaping.putCsv(out, etag, 0, etag.length);
    } else {
      out.put(objects.etags(), object);
    }
  }

  private void id(TextBuffer out, int sample) {
    text(out, samples.ids(), samples.idRow(sample));
  }

  private static void text(TextBuffer out, TextColumn column, int row) {
    Escaping.putCsv(out, column.bytes(row), column.start(row), column.end(row));
  }
}
