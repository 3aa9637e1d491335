package dev.shardline.column;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeColumnTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 255, 65_536, Integer.MAX_VALUE})
  void numbersComeOutAsTheyWentInHoweverLargeTheLargestIs(int largest) {
    int[] codes = {largest, TextDictionary.ABSENT, 0, largest / 2};
    CodeColumn column = CodeColumn.of(codes.clone());
    assertThat(column.size()).isEqualTo(codes.length);
    for (int row = 0; row < codes.length; row++) {
      assertThat(column.at(row)).isEqualTo(codes[row]);
    }
    assertThat(column.toArray()).containsExactly(codes);
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 300})
  void chosenRowsComeInTheOrderAskedFor(int largest) {
    CodeColumn column = CodeColumn.of(new int[] {-1, 3, largest, 5});
    assertThat(column.select(new int[] {2, 0, 0, 3}).toArray()).containsExactly(largest, -1, -1, 5);
    assertThat(column.select(new int[0]).size()).isZero();
  }
}
