package dev.shardline.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void filesAreIndentedByTwoSpacesAndEndInALineFeed() throws IOException {
    byte[] file =
        CanonicalJson.file(CanonicalJson.parse(utf8("{\"b\":[1,{\"c\":0.5}],\"a\":{},\"e\":[]}")));
    assertThat(new String(file, StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {
              "b": [
                1,
                {
                  "c": 0.5
                }
              ],
              "a": {},
              "e": []
            }
            """);
  }

  @Test
  void readingAndWritingAgainGivesTheSameBytes() throws IOException {
    byte[] first =
        CanonicalJson.file(
            CanonicalJson.parse(utf8("{\"z\":1e-7,\"ü\":\"\\u00e9\\n\",\"n\":null}")));
    assertThat(CanonicalJson.file(CanonicalJson.parse(first))).isEqualTo(first);
  }

  @Test
  void theDigestDoesNotDependOnTheOrderOfKeys() throws IOException {
    assertThat(
            CanonicalJson.digestOf(CanonicalJson.parse(utf8("{\"a\":1,\"b\":{\"c\":2,\"d\":3}}"))))
        .isEqualTo(
            CanonicalJson.digestOf(CanonicalJson.parse(utf8("{\"b\":{\"d\":3,\"c\":2},\"a\":1}"))));
  }

  @Test
  void repeatedKeysAndTrailingTextAreRefused() {
    assertThatThrownBy(() -> CanonicalJson.parse(utf8("{\"a\":1,\"a\":2}")))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> CanonicalJson.parse(utf8("{} {}"))).isInstanceOf(IOException.class);
  }

  @Test
  void digestsArePinned() {
    assertThat(Digest.of("").hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(Digest.of("abc").shortHex()).isEqualTo("ba7816bf8f01cfea");
  }
}
