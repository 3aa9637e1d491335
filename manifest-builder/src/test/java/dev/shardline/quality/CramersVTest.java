package dev.shardline.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.column.CodeColumn;
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

  private static double strength(int[] first, int firstCount, int[] second, int secondCount) {
    return CramersV.of(CodeColumn.of(first), firstCount, CodeColumn.of(second), secondCount);
  }

  @Test
  void aColumnThatTellsTheOtherIsAsStrongAsItGets() {
    int[] label = repeated(50, 0, 1, 2);
    assertThat(strength(label, 3, label, 3)).isCloseTo(1, within(1e-12));
  }

  @Test
  void aColumnThatHasNothingToDoWithTheOtherIsNothing() {
    assertThat(strength(repeated(50, 0, 0, 1, 1), 2, repeated(50, 0, 1, 0, 1), 2)).isZero();
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
    assertThat(strength(first, 2, second, 2))
        .isCloseTo(Math.sqrt(0.34989898989898988 / 0.98989898989898994), within(1e-12));
  }

  @Test
  void valuesThatAreAbsentAreLeftOut() {
    assertThat(strength(new int[] {0, 1, -1}, 2, new int[] {0, -1, 1}, 2)).isZero();
    assertThat(strength(new int[0], 2, new int[0], 2)).isZero();
  }

  @Property
  void strengthIsSymmetricAndBetweenNothingAndOne(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int values) {
    Random random = new Random(seed);
    int[] first = random.ints(60, 0, values).toArray();
    int[] second = random.ints(60, 0, values + 1).toArray();
    double found = strength(first, values, second, values + 1);
    assertThat(found).isBetween(0.0, 1.0);
    assertThat(strength(second, values + 1, first, values)).isCloseTo(found, within(1e-9));
  }
}
