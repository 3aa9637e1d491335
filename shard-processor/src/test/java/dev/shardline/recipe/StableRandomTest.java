package dev.shardline.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StableRandomTest {
  /// The first values that java.util.SplittableRandom(42), the published algorithm, gives.
  @Test
  void givesTheNumbersOfSplitMix64() {
    var published = new java.util.SplittableRandom(42);
    StableRandom random = new StableRandom(42);

    for (int i = 0; i < 100; i++) {
      assertThat(random.nextLong()).isEqualTo(published.nextLong());
    }
  }

  /// The value was computed by a few lines of Python (hashlib and integers).
  @Test
  void aSeedAndANameGiveTheseNumbersForEver() {
    assertThat(StableRandom.of(7, "patient-1").nextLong()).isEqualTo(1244962885281823634L);
  }
}
