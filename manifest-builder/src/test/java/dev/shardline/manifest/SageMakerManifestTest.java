package dev.shardline.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.storage.ObjectLocation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SageMakerManifestTest {
  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aManifestIsThePrefixAndOneSuffixALine() {
    SageMakerManifest manifest =
        new SageMakerManifest("s3://bucket/mri/", List.of("a b/1.jpg", "\"q\\\n/ü🧠.jpg"));
    assertThat(new String(SageMakerManifestParser.toBytes(manifest), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            [{"prefix":"s3://bucket/mri/"},
            "a b/1.jpg",
            "\\"q\\\\\\n/ü🧠.jpg"
            ]
            """);
  }

  @Test
  void suffixesFollowThePrefixLiterally() {
    assertThat(new SageMakerManifest("s3://bucket/a", List.of("/b//c", "d%20e")).locations())
        .containsExactly(
            new ObjectLocation("s3", "bucket", "a/b//c"),
            new ObjectLocation("s3", "bucket", "ad%20e"));
  }

  @Property(tries = 200)
  void aManifestIsReadAsItWasWritten(@ForAll String prefix, @ForAll List<String> suffixes)
      throws MalformedDataException {
    SageMakerManifest manifest =
        new SageMakerManifest(valid(prefix), suffixes.stream().map(t -> valid(t)).toList());
    assertThat(SageMakerManifestParser.parse(SageMakerManifestParser.toBytes(manifest)))
        .isEqualTo(manifest);
  }

  private static String valid(String text) {
    return new String(utf8(text), StandardCharsets.UTF_8);
  }

  @Test
  void anyFormOfOtherWritersIsRead() throws MalformedDataException {
    assertThat(
            SageMakerManifestParser.parse(
                utf8(" [ {\"prefix\" : \"s3://b/\"} ,\r\n\t\"\\u0061\" , \"b\" ] ")))
        .isEqualTo(new SageMakerManifest("s3://b/", List.of("a", "b")));
  }

  @Test
  void whatIsNoManifestIsRefusedWithThePlace() {
    assertMalformed("", "expected an array, found the end of the file");
    assertMalformed("{}", "expected an array, found START_OBJECT");
    assertMalformed("[]", "expected {\"prefix\": …} as the first element, found END_ARRAY");
    assertMalformed("[\"a\"]", "expected {\"prefix\": …} as the first element");
    assertMalformed("[{\"source\":\"s3://b/\"}]", "expected the field \"prefix\", found source");
    assertMalformed("[{\"prefix\":1}]", "expected the prefix as text");
    assertMalformed("[{\"prefix\":\"a\",\"b\":1}]", "expected no field but \"prefix\"");
    assertMalformed("[{\"prefix\":\"a\"},1]", "expected a suffix as text, found VALUE_NUMBER_INT");
    assertMalformed("[{\"prefix\":\"a\"},\"b\"", "expected JSON");
    assertMalformed("[{\"prefix\":\"a\"}] x", "expected JSON");
    assertMalformed("[{\"prefix\":\"a\"}] 1", "expected nothing after the array");
  }

  private static void assertMalformed(String text, String message) {
    assertThatThrownBy(() -> SageMakerManifestParser.parse(utf8(text)))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining(message);
  }
}
