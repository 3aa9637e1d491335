package dev.shardline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OldGenerationTest {
  private static final long MEBIBYTE = 1 << 20;

  private long used;
  private long afterCollection;
  private int collections;

  private final OldGeneration generation = new OldGeneration(2, new Heap(), this::collect);

  /// A young generation of 24 MiB, empty.
  private final class Heap implements OldGeneration.Pools {
    @Override
    public long old() {
      return used;
    }

    @Override
    public long oldAfterCollection() {
      return afterCollection;
    }

    @Override
    public long heap() {
      return used;
    }

    @Override
    public long youngAtMost() {
      return 24 * MEBIBYTE;
    }
  }

  private void collect() {
    collections++;
    used = 30 * MEBIBYTE;
    afterCollection = used;
  }

  @Test
  void growsToWhatIsForetoldAndLittleFurther() {
    long most = 0;
    for (int volume = 0; volume < 100; volume++) {
      used += 40 * MEBIBYTE;
      most = Math.max(most, used);
      generation.limit(280 * MEBIBYTE);
    }
    assertThat(most).as("280, 4 for each core, 24, and the last volume").isEqualTo(350 * MEBIBYTE);
    assertThat(collections).as("one for eight volumes").isBetween(12, 13);
  }

  @Test
  void isLeftAloneWhereThereIsLittleGarbage() {
    used = 60 * MEBIBYTE;
    generation.limit(0);
    assertThat(collections).isZero();
  }

  /// What stays alive for the whole run is not collected for again and again.
  @Test
  void whatStaysIsNoReasonToCollect() {
    used = 2000 * MEBIBYTE;
    afterCollection = 1940 * MEBIBYTE;
    generation.limit(100 * MEBIBYTE);
    assertThat(collections).isZero();
  }

  /// What steps before have left behind goes when the next one would need more than was foretold.
  @Test
  void makesRoomBeforeAStepInsteadOfGrowing() {
    used = 280 * MEBIBYTE;
    generation.makeFor(40 * MEBIBYTE, 300 * MEBIBYTE);
    assertThat(collections).as("what is foretold, and some garbage").isZero();

    generation.makeFor(60 * MEBIBYTE, 300 * MEBIBYTE);
    assertThat(collections).isEqualTo(1);

    used += MEBIBYTE;
    generation.makeFor(400 * MEBIBYTE, 300 * MEBIBYTE);
    assertThat(collections).as("nothing to be had").isEqualTo(1);
  }

  @Test
  void aSmallHeapIsNotKeptSmaller() {
    used = 150 * MEBIBYTE;
    generation.makeFor(50 * MEBIBYTE, 20 * MEBIBYTE);
    assertThat(collections).as("96 MiB for each core, and the young generation").isZero();

    generation.makeFor(70 * MEBIBYTE, 20 * MEBIBYTE);
    assertThat(collections).isEqualTo(1);
  }

  @Test
  void stepsThatNeedLittleAreNotAskedAbout() {
    used = 1000 * MEBIBYTE;
    generation.makeFor(MEBIBYTE, 100 * MEBIBYTE);
    assertThat(collections).isZero();
  }
}
