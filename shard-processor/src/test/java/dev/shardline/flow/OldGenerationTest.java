package dev.shardline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OldGenerationTest {
  private static final long MEBIBYTE = 1 << 20;

  private long used;
  private long afterCollection;
  private int collections;

  private final OldGeneration generation =
      new OldGeneration(2, () -> used, () -> afterCollection, this::collect);

  private void collect() {
    collections++;
    used = 30 * MEBIBYTE;
    afterCollection = used;
  }

  @Test
  void growsByAFixedAmountForEachCoreAndNoFurther() {
    long most = 0;
    for (int volume = 0; volume < 100; volume++) {
      used += 40 * MEBIBYTE;
      most = Math.max(most, used);
      generation.limit();
    }
    assertThat(most).isEqualTo((30 + 2 * 40) * MEBIBYTE);
    assertThat(collections).as("one for two volumes").isBetween(49, 51);
  }

  @Test
  void isLeftAloneWhereThereIsLittleGarbage() {
    used = 60 * MEBIBYTE;
    generation.limit();
    assertThat(collections).isZero();
  }

  /// What stays alive for the whole run is not collected for again and again.
  @Test
  void whatStaysIsNoReasonToCollect() {
    used = 2000 * MEBIBYTE;
    afterCollection = 1940 * MEBIBYTE;
    generation.limit();
    assertThat(collections).isZero();
  }
}
