package dev.shardline.column;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EtagColumnTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "0123456789abcdef0123456789abcdef",
        "0123456789abcdef0123456789abcdef-12",
        "0123456789ABCDEF",
        "abc",
        "g0",
        "0g",
        "gg",
        "tag with \"quotes\"",
        "é0"
      })
  void everyTagComesOutAsItWentIn(String etag) {
    EtagColumn etags = new EtagColumn();
    etags.add("ffff");
    etags.add(etag);
    assertThat(etags.text(1)).isEqualTo(etag);
    assertThat(etags.text(0)).isEqualTo("ffff");
  }
}
