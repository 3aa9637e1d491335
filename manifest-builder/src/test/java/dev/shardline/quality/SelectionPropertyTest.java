package dev.shardline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SelectionPropertyTest {
  @Property
  void findsWhatSortingFindsAndParts(
      @ForAll @Size(min = 1, max = 300) @IntRange(min = -20, max = 40) int[] values,
      @ForAll @IntRange(max = 299) int place) {
    double[] numbers = Arrays.stream(values).asDoubleStream().toArray();
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int k = place % numbers.length;
    assertThat(Selection.select(numbers, k)).isEqualTo(sorted[k]);
    assertThat(Arrays.stream(numbers, 0, k)).allMatch(number -> number <= sorted[k]);
    assertThat(Arrays.stream(numbers, k, numbers.length)).allMatch(number -> number >= sorted[k]);
  }
}
