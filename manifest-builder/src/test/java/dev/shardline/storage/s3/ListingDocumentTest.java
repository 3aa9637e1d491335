package dev.shardline.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectSummary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ListingDocumentTest {
  private static final String ENTRY =
      "<Contents><Key>%s</Key><ETag>%s</ETag><Size>%d</Size></Contents>";

  private static Optional<ListingEntries> read(String document) throws IOException {
    AnswerBuffer answer = new AnswerBuffer();
    answer.read(new ByteArrayInputStream("what was here before".getBytes(StandardCharsets.UTF_8)));
    answer.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    return ListingDocument.read(answer.bytes(), answer.length());
  }

  private static ObjectSummary only(String etag) throws IOException {
    ObjectPage page =
        read("<ListBucketResult>" + ENTRY.formatted("a/b", etag, 7) + "</ListBucketResult>")
            .orElseThrow()
            .page(ObjectLocation.parse("s3://bucket/a/"));
    assertThat(page.objects()).hasSize(1);
    return page.objects().getFirst();
  }

  @Test
  void quotesAroundATagAreNoPartOfIt() throws IOException {
    assertThat(only("&quot;0af3&quot;").version().etag()).isEqualTo("0af3");
    assertThat(only("\"0af3\"").version().etag()).isEqualTo("0af3");
    assertThat(only("0af3").version().etag()).isEqualTo("0af3");
    assertThat(only("&#34;0af3&#34;").version().etag()).isEqualTo("0af3");
    assertThat(only("&quot;a&amp;b&quot;").version().etag()).isEqualTo("a&b");
    assertThat(only("&quot;").version().etag()).isEqualTo("\"");
    assertThat(only("").version().etag()).isEmpty();
  }

  @Test
  void anAnswerLongerThanTheBufferIsReadWhole() throws IOException {
    StringBuilder document = new StringBuilder("<ListBucketResult>");
    for (int i = 0; i < 10_000; i++) {
      document.append(ENTRY.formatted("a/" + i, "&quot;00&quot;", i));
    }
    ObjectPage page =
        read(document.append("</ListBucketResult>").toString())
            .orElseThrow()
            .page(ObjectLocation.parse("s3://bucket/a/"));
    assertThat(page.objects()).hasSize(10_000);
    assertThat(page.objects().getLast().bytes()).isEqualTo(9_999);
  }

  @Test
  void encodedKeysAreDecodedWhereverTheDocumentSaysSo() throws IOException {
    String first = ENTRY.formatted("a/b%20c+%F0%9F%98%80%2F%2F&amp;", "x", 7);
    String second = ENTRY.formatted("a/plain", "y", 8);
    String encoding = "<EncodingType>url</EncodingType>";
    for (String document : List.of(encoding + first + second, first + second + encoding)) {
      assertThat(keys(document)).containsExactly("a/b c \uD83D\uDE00//&", "a/plain");
    }
    assertThat(keys(first)).containsExactly("a/b%20c+%F0%9F%98%80%2F%2F&");
  }

  private static List<String> keys(String content) throws IOException {
    return objects(content).stream().map(object -> object.location().key()).toList();
  }

  private static List<ObjectSummary> objects(String content) throws IOException {
    return read("<ListBucketResult>" + content + "</ListBucketResult>")
        .orElseThrow()
        .page(ObjectLocation.parse("s3://bucket/a/"))
        .objects();
  }

  /// Every object is read the same whether it comes first, behind one that is written alike, or
  /// behind one that is not.
  @Test
  void objectsMayBeWrittenInAnyForm() throws IOException {
    List<String> forms =
        List.of(
            "<Contents><Key>%s</Key><ETag>&quot;0a&quot;</ETag><Size>7</Size></Contents>",
            "<Contents><Key>%s</Key><Owner><ID>1</ID></Owner><ETag>0a</ETag><Size>7</Size><A/></Contents>",
            "\n  <Contents>\n    <Size>7</Size>\n <ETag>0a</ETag><Key>%s</Key>\n  </Contents>",
            "<Contents a='b'><Key>%s</Key><Owner/><ETag>&#48;a</ETag> <Size>07</Size></Contents>\n",
            "<Contents><Size>1</Size><Key>%s</Key><ETag>0a</ETag><Size>7</Size></Contents>",
            "<Contents><ETag>0a</ETag>\n<Key>no</Key><Key><b/>%s</Key><Size>7</Size></Contents>");
    Random random = new Random(1);
    for (int round = 0; round < 500; round++) {
      StringBuilder content = new StringBuilder();
      List<String> keys = new ArrayList<>();
      String form = forms.getFirst();
      for (int i = 0; i < 12; i++) {
        form = random.nextInt(3) == 0 ? forms.get(random.nextInt(forms.size())) : form;
        String name = "a/" + "x".repeat(random.nextInt(20));
        boolean escaped = random.nextInt(4) == 0;
        content.append(form.formatted(escaped ? name + "&amp;&#233;" : name));
        keys.add(escaped ? name + "&\u00E9" : name);
      }
      List<ObjectSummary> objects = objects(content.toString());
      assertThat(objects).extracting(object -> object.location().key()).isEqualTo(keys);
      assertThat(objects).allMatch(object -> object.version().etag().equals("0a"));
      assertThat(objects).allMatch(object -> object.bytes() == 7);
    }
  }

  @Test
  void anObjectThatLacksSomethingTakesNothingFromTheOneBefore() throws IOException {
    String whole = ENTRY.formatted("a/b", "x", 7);
    for (String other :
        List.of(
            "<Contents><Key>a/c</Key></Contents>",
            "<Contents><Key>a/c</Key><ETag/>\n<Size/>\n</Contents>",
            "<Contents><Key>a/c</Key><ETag></ETag><Size></Size></Contents>")) {
      List<ObjectSummary> objects = objects(whole + whole + other + other);
      assertThat(objects).hasSize(4);
      assertThat(objects.subList(2, 4))
          .allMatch(object -> object.bytes() == 0 && object.version().etag().isEmpty());
    }
  }

  @Test
  void whatIsUnusualInALaterObjectIsLeftToOthers() throws IOException {
    String plain = ENTRY.formatted("a/b", "x", 7);
    for (String other :
        List.of(
            plain.replace("a/b", "<![CDATA[a/b]]>"),
            plain.replace("x", "<!-- a remark -->x"),
            plain.replace("a/b", "&other;"),
            plain.replace("7", "-7"),
            plain.replace("</Contents>", ""))) {
      assertThat(read("<ListBucketResult>" + plain + plain + other)).isEmpty();
      String cut = "<ListBucketResult>" + plain + plain + other + "</ListBucketResult>";
      for (int length = cut.indexOf("a/b"); length < cut.length(); length++) {
        assertThat(read(cut.substring(0, length))).isEmpty();
      }
    }
  }

  @Test
  void anAnswerThatIsNotWholeOrUnusualIsLeftToOthers() throws IOException {
    assertThat(read("<ListBucketResult>" + ENTRY.formatted("a/b", "x", 7))).isEmpty();
    assertThat(read("<ListBucketResult><!-- a remark --></ListBucketResult>")).isEmpty();
  }
}
