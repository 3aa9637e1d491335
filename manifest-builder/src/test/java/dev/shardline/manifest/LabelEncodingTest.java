package dev.shardline.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.dataset.ClassLabel;
import dev.shardline.failure.MalformedDataException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LabelEncodingTest {
  @Test
  void aClassKeepsItsNumberWhenOthersAreAdded() {
    LabelEncoding first = LabelEncoding.EMPTY.with(new TreeSet<>(List.of("meningioma", "glioma")));
    LabelEncoding second = first.with(new TreeSet<>(List.of("adenoma", "glioma")));
    assertThat(first.names()).containsExactly("glioma", "meningioma");
    assertThat(second.names()).containsExactly("glioma", "meningioma", "adenoma");
    assertThat(second.label("adenoma")).contains(new ClassLabel("adenoma", 2));
    assertThat(second.label("none")).isEmpty();
  }

  @Test
  void theFileIsReadAsItWasWritten() throws MalformedDataException {
    LabelEncoding encoding = new LabelEncoding(List.of("b", "a, \"c\""));
    byte[] bytes = LabelEncodingParser.toBytes(encoding);
    assertThat(LabelEncodingParser.parse(bytes)).isEqualTo(encoding);
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .startsWith("{\n  \"classes\": [\n    {\n      \"index\": 0,\n      \"name\": \"b\"");
  }

  @Test
  void gapsAndRepeatedNamesAreRefused() {
    assertMalformed("{\"classes\":[{\"index\":1,\"name\":\"a\"}]}", "expected class 0 next");
    assertMalformed(
        "{\"classes\":[{\"index\":0,\"name\":\"a\"},{\"index\":1,\"name\":\"a\"}]}",
        "Two classes have one name");
    assertMalformed("{\"classes\":{}}", "\"classes\" is not an array");
  }

  private static void assertMalformed(String text, String message) {
    assertThatThrownBy(() -> LabelEncodingParser.parse(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining(message);
  }
}
