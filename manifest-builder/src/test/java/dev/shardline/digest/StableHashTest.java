package dev.shardline.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StableHashTest {
  /// The first 64 bits of MurmurHash3_x64_128 with seed 0, as its reference implementation gives.
  @Test
  void plainValuesAreThoseOfMurmurHash3() {
    assertThat(StableHash.of("")).isZero();
    assertThat(StableHash.of("hello")).isEqualTo(0xcbd8a7b341bd9b02L);
    assertThat(StableHash.of("The quick brown fox jumps over the lazy dog"))
        .isEqualTo(0xe34bbc7bbc071b6cL);
  }

  @Test
  void keyedValuesNeverChange() {
    assertThat(StableHash.keyed(0, "split").value("a.jpg")).isEqualTo(-7870751014216317535L);
    assertThat(StableHash.keyed(7, "parts").value("a.jpg")).isEqualTo(-2383644097640785646L);
  }

  @Test
  void seedAndPurposeBothMatter() {
    long value = StableHash.keyed(1, "split").value("a.jpg");
    assertThat(StableHash.keyed(2, "split").value("a.jpg")).isNotEqualTo(value);
    assertThat(StableHash.keyed(1, "parts").value("a.jpg")).isNotEqualTo(value);
  }
}
