package dev.shardline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OldGenerationTest {
  private static final long MEBIBYTE = 1 << 20;

  private long used;
  private long afterCollection;
  private int collections;

  private final OldGeneration generation =
      new OldGeneration(() -> used, () -> afterCollection, this::collect);

  private void collect() {
    collections++;
    used = 30 * MEBIBYTE;
    afterCollection = used;
  }

  @Test
  void growsByWhatSamplesMayNeedAndNoFurther() {
    long most = 0;
    for (int volume = 0; volume < 100; volume++) {
      used += 80 * MEBIBYTE;
      most = Math.max(most, used);
      generation.limit(200 * MEBIBYTE);
    }
    assertThat(most).isLessThanOrEqualTo((30 + 200 + 80) * MEBIBYTE);
    assertThat(collections).as("one for three volumes").isBetween(30, 34);
  }

  @Test
  void isLeftAloneWhereThereIsLittleGarbage() {
    used = 120 * MEBIBYTE;
    generation.limit(MEBIBYTE);
    assertThat(collections).isZero();
  }

  /// What stays alive for the whole run is not collected for again and again.
  @Test
  void whatStaysIsNoReasonToCollect() {
    used = 2000 * MEBIBYTE;
    afterCollection = 1990 * MEBIBYTE;
    generation.limit(MEBIBYTE);
    assertThat(collections).isZero();
  }
}
