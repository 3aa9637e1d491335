package dev.shardline.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Sample;
import dev.shardline.dataset.SourceObject;
import dev.shardline.dataset.Split;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CatalogFileTest {
  private static final String HEADER =
      "prefix,class_label,class_index,channel,subject,duplicate_group,bytes,etag,version_id,sample";

  private static Sample sample(String id, Map<String, String> attributes, String... keys) {
    List<SourceObject> objects = new ArrayList<>();
    for (String key : keys) {
      objects.add(
          new SourceObject(
              ObjectLocation.parse("s3://bucket/" + key), 7, new ObjectVersion("e1", "")));
    }
    return new Sample(id, objects, "subject 1", "", new ClassLabel("glioma", 2), attributes);
  }

  private static List<CatalogEntry> read(String text) throws IOException, MalformedDataException {
    List<CatalogEntry> entries = new ArrayList<>();
    try (CatalogReader reader =
        new CatalogReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
      for (Optional<CatalogEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
        entries.add(next.get());
      }
    }
    return entries;
  }

  @Test
  void oneRowStandsForEachObject() {
    String text =
        new CatalogWriter(List.of("site"))
            .add(
                new CatalogEntry(
                    sample("a.hea", Map.of("site", "north, \"old\""), "a.hea", "a.dat"),
                    Split.TRAIN))
            .text();
    assertThat(text)
        .isEqualTo(
            """
            %s,site
            s3://bucket/a.hea,glioma,2,train,subject 1,,7,e1,,a.hea,"north, ""old""\"
            s3://bucket/a.dat,glioma,2,train,subject 1,,7,e1,,a.hea,"north, ""old""\"
            """
                .formatted(HEADER));
  }

  @Property(tries = 200)
  void anyTextIsReadAsItWasWritten(@ForAll @Size(min = 1, max = 5) List<String> texts)
      throws IOException, MalformedDataException {
    List<CatalogEntry> entries = new ArrayList<>();
    CatalogWriter writer = new CatalogWriter(List.of("note"));
    for (int i = 0; i < texts.size(); i++) {
      String text = valid(texts.get(i));
      CatalogEntry entry =
          new CatalogEntry(
              sample(i + text, Map.of("note", text), text + "/1", text + "/2"), Split.TEST);
      entries.add(entry);
      writer.add(entry);
    }
    assertThat(read(writer.text())).isEqualTo(entries);
  }

  /// Keys are UTF-8, which has no lone surrogates.
  private static String valid(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  @Test
  void anEmptyCatalogHasOnlyItsHeader() throws IOException, MalformedDataException {
    assertThat(read(new CatalogWriter(List.of()).text())).isEmpty();
  }

  @Test
  void aSampleWithoutTheFilesColumnsIsRefused() {
    CatalogWriter writer = new CatalogWriter(List.of("site"));
    assertThatThrownBy(() -> writer.add(new CatalogEntry(sample("a", Map.of(), "a"), Split.TRAIN)))
        .hasMessage("Sample a has the columns [], the file has [site]");
  }

  @Test
  void twoColumnsOfOneNameAreRefused() {
    assertThatThrownBy(() -> new CatalogWriter(List.of("bytes")))
        .hasMessage("Column \"bytes\" of the catalog is there twice");
  }

  @Test
  void malformedFilesAreRefusedWithThePlace() {
    String row = "s3://b/a,x,0,train,s,,7,e,,a\n";
    assertMalformed("", "header: expected columns beginning with prefix");
    assertMalformed("prefix,bytes\n", "found prefix,bytes");
    assertMalformed(HEADER + "\ns3://b/a,x,0\n", "row 2: expected 10 values, found 3 values");
    assertMalformed(HEADER + "\n" + row.replace(",0,", ",zero,"), "row 2: expected a sample's row");
    assertMalformed(HEADER + "\n" + row.replace(",7,", ",-7,"), "row 2: expected an object's row");
    assertMalformed(HEADER + "\n" + row.replace("train", "Train"), "Not a split's name: \"Train\"");
    assertMalformed(HEADER + "\n" + row.replace("s3://b/a", "a"), "Not a location: \"a\"");
    assertMalformed(
        HEADER + "\n" + row + row.replace("train", "test"),
        "row 3: expected all rows of sample a to agree, found \"train\" and \"test\"");
    assertMalformed(HEADER + "\n\"s3://b/a\"x,", "expected a CSV row");
    assertMalformed(HEADER + "\n\"s3://b/a", "expected a CSV row");
  }

  private static void assertMalformed(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining(message);
  }
}
