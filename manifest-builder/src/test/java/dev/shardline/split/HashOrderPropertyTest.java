package dev.shardline.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.digest.StableHash;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HashOrderPropertyTest {
  /// The definition: by the leading bits that fit beside a number, then by number.
  private static int[] byDefinition(int count, IntToLongFunction hash, IntPredicate chosen) {
    int left = Integer.SIZE + 1 - Integer.numberOfLeadingZeros(Math.max(1, count));
    return IntStream.range(0, count)
        .filter(chosen)
        .boxed()
        .sorted(Comparator.comparingLong((Integer i) -> hash.applyAsLong(i) >>> left))
        .mapToInt(i -> i)
        .toArray();
  }

  @Property(tries = 80)
  void evenHashesAreInTheOrderOfTheirLeadingBits(
      @ForAll @IntRange(min = 0, max = 5000) int count,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 4) int every) {
    IntToLongFunction hash = i -> StableHash.mix(seed + i);
    IntPredicate chosen = i -> i % every == 0;
    assertThat(HashOrder.of(count, hash, chosen)).isEqualTo(byDefinition(count, hash, chosen));
  }

  @Property(tries = 40)
  void unevenAndEqualHashesTooWithTheSmallerNumberFirst(
      @ForAll @IntRange(min = 1, max = 3000) int count,
      @ForAll @IntRange(min = 1, max = 9) int different) {
    IntToLongFunction hash = i -> (long) (i % different) << 60 | i % different;
    assertThat(HashOrder.of(count, hash, i -> true))
        .isEqualTo(byDefinition(count, hash, i -> true));
  }

  @Test
  void manyHashesSortedByManyThreadsAreInTheSameOrder() {
    int count = 300_000;
    IntToLongFunction hash = i -> StableHash.mix(i / 2);
    assertThat(HashOrder.of(count, hash, i -> true))
        .isEqualTo(byDefinition(count, hash, i -> true));
  }
}
