package dev.shardline.build;

import dev.shardline.column.CodeColumn;
import dev.shardline.column.RowRanges;
import dev.shardline.column.TextColumn;
import dev.shardline.grouping.SampleTable;
import dev.shardline.labelling.SampleColumn;
import dev.shardline.listing.ObjectTable;
import dev.shardline.manifest.CatalogColumns;
import dev.shardline.manifest.CsvText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/// Writes samples as rows of the catalog and of parts' samples files: the same text as
/// [dev.shardline.manifest.CatalogWriter], from columns. Safe for many threads.
final class RowWriter {
  private final PreparedDataset dataset;
  private final SampleTable samples;
  private final ObjectTable objects;
  private final byte[][] rootTexts;
  private final byte[][] classTexts;
  private final byte[][] splitTexts;
  private final CodeColumn classOf;
  private final byte[] splitOf;
  private final SampleColumn[] attributes;

  /// Whether no text but tags needs quotes: most data sets' rows are then put together without
  /// looking at every text.
  private final boolean plain;

  RowWriter(PreparedDataset dataset) {
    this.dataset = dataset;
    this.samples = dataset.samples();
    this.objects = samples.objects();
    this.rootTexts = texts(objects.roots(), root -> root.location().toString());
    this.classTexts =
        texts(
            dataset.encoding().labels(),
            label -> "," + csv(label.name()) + "," + label.index() + ",");
    this.splitTexts = texts(dataset.splits(), split -> split.name() + ",");
    this.classOf = dataset.labelled().classes();
    this.splitOf = dataset.splitOf();
    this.attributes = dataset.attributes().toArray(SampleColumn[]::new);
    this.plain = hasPlainTexts();
  }

  private boolean hasPlainTexts() {
    List<TextColumn> columns = new ArrayList<>(List.of(objects.ids(), objects.versions()));
    attributes().map(column -> column.values().texts()).forEach(columns::add);
    return Arrays.stream(rootTexts).noneMatch(root -> Escaping.needsQuotes(root, 0, root.length))
        && columns.stream().allMatch(RowWriter::isPlain);
  }

  private Stream<SampleColumn> attributes() {
    return Stream.concat(
        Stream.of(dataset.copyGroups(), dataset.subject()).filter(Objects::nonNull),
        Arrays.stream(attributes));
  }

  private static boolean isPlain(TextColumn texts) {
    return RowRanges.map(texts.size(), (from, to) -> isPlain(texts, from, to)).stream()
        .allMatch(plain -> plain);
  }

  private static boolean isPlain(TextColumn texts, int from, int to) {
    for (int row = from; row < to; row++) {
      if (Escaping.needsQuotes(texts.bytes(row), texts.start(row), texts.end(row))) {
        return false;
      }
    }
    return true;
  }

  private static <T> byte[][] texts(List<T> nouns, Function<T, String> text) {
    return nouns.stream().map(text).map(RowWriter::utf8).toArray(byte[][]::new);
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
    out.put(classTexts[classOf.at(sample)]);
    out.put(splitTexts[splitOf[sample]]);
    subject(out, sample);
    out.put(',');
    copyGroup(out, sample);
    out.put(',');
    out.put(objects.bytes().value(object));
    out.put(',');
    etag(out, object);
    out.put(',');
    text(out, objects.versions(), object);
    out.put(',');
    id(out, sample);
    for (SampleColumn column : attributes) {
      out.put(',');
      value(out, column, sample);
    }
    out.put('\n');
  }

  private void location(TextBuffer out, int object) {
    byte[] root = rootTexts[objects.rootIndex(object)];
    TextColumn ids = objects.ids();
    byte[] id = ids.bytes(object);
    int start = ids.start(object) + objects.idPrefixLength(object);
    int end = ids.end(object);
    if (plain || isPlainLocation(root, id, start, end)) {
      out.put(root);
      out.put(id, start, end - start);
    } else {
      out.put('"');
      Escaping.putQuoted(out, root, 0, root.length);
      Escaping.putQuoted(out, id, start, end);
      out.put('"');
    }
  }

  private static boolean isPlainLocation(byte[] root, byte[] id, int start, int end) {
    return !Escaping.needsQuotes(id, start, end) && !Escaping.needsQuotes(root, 0, root.length);
  }

  private void subject(TextBuffer out, int sample) {
    SampleColumn subject = dataset.subject();
    if (subject == null || !subject.isPresent(sample)) {
      id(out, sample);
    } else {
      value(out, subject, sample);
    }
  }

  private void copyGroup(TextBuffer out, int sample) {
    SampleColumn copyGroups = dataset.copyGroups();
    if (copyGroups != null) {
      value(out, copyGroups, sample);
    }
  }

  private void value(TextBuffer out, SampleColumn column, int sample) {
    if (column.isPresent(sample)) {
      text(out, column.values().texts(), column.code(sample));
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

  private void text(TextBuffer out, TextColumn column, int row) {
    if (plain) {
      out.put(column, row);
    } else {
      Escaping.putCsv(out, column.bytes(row), column.start(row), column.end(row));
    }
  }
}
