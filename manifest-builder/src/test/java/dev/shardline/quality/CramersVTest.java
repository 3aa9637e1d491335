package dev.shardline.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CramersVTest {
  private static int[] repeated(int count, int... values) {
    int[] all = new int[count * values.length];
    Arrays.setAll(all, i -> values[i % values.length]);
    return all;
  }

  @Test
  void aColumnThatTellsTheOtherIsAsStrongAsItGets() {
    int[] label = repeated(50, 0, 1, 2);
    assertThat(CramersV.of(label, 3, label, 3)).isCloseTo(1, within(1e-12));
  }

  @Test
  void aColumnThatHasNothingToDoWithTheOtherIsNothing() {
    assertThat(CramersV.of(repeated(50, 0, 0, 1, 1), 2, repeated(50, 0, 1, 0, 1), 2)).isZero();
  }

  /// By hand: n = 100, χ² = 36, so φ² = 0.36; corrected 0.36 − 1/99 = 0.349899, and r = c = 2 −
  /// 1/99; V = √(0.349899 / 0.989899).
  @Test
  void aTableWorkedOutByHand() {
    int[] first = new int[100];
    int[] second = new int[100];
    for (int i = 0; i < 100; i++) {
      first[i] = i < 50 ? 0 : 1;
      second[i] = i < 40 || i >= 90 ? 0 : 1;
    }
    assertThat(CramersV.of(first, 2, second, 2))
        .isCloseTo(Math.sqrt(0.34989898989898988 / 0.98989898989898994), within(1e-12));
  }

  @Test
  void valuesThatAreAbsentAreLeftOut() {
    assertThat(CramersV.of(new int[] {0, 1, -1}, 2, new int[] {0, -1, 1}, 2)).isZero();
    assertThat(CramersV.of(new int[0], 2, new int[0], 2)).isZero();
  }

  @Property
  void strengthIsSymmetricAndBetweenNothingAndOne(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int values) {
    Random random = new Random(seed);
    int[] first = random.ints(60, 0, values).toArray();
    int[] second = random.ints(60, 0, values + 1).toArray();
    double strength = CramersV.of(first, values, second, values + 1);
    assertThat(strength).isBetween(0.0, 1.0);
    assertThat(CramersV.of(second, values + 1, first, values)).isCloseTo(strength, within(1e-9));
  }
}
