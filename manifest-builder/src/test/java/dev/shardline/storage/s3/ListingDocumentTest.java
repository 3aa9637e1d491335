package dev.shardline.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectSummary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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
    return read("<ListBucketResult>" + content + "</ListBucketResult>")
        .orElseThrow()
        .page(ObjectLocation.parse("s3://bucket/a/"))
        .objects()
        .stream()
        .map(object -> object.location().key())
        .toList();
  }

  @Test
  void anAnswerThatIsNotWholeOrUnusualIsLeftToOthers() throws IOException {
    assertThat(read("<ListBucketResult>" + ENTRY.formatted("a/b", "x", 7))).isEmpty();
    assertThat(read("<ListBucketResult><!-- a remark --></ListBucketResult>")).isEmpty();
  }
}
