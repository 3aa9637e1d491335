package dev.shardline.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

class LongColumnTest {
  private static final int MORE_THAN_A_BLOCK = (1 << 16) + 100;

  private static void assertKept(IntToLongFunction value) {
    LongColumn column = new LongColumn();
    for (int row = 0; row < MORE_THAN_A_BLOCK; row++) {
      column.add(value.applyAsLong(row));
    }
    assertThat(column.size()).isEqualTo(MORE_THAN_A_BLOCK);
    for (int row = 0; row < MORE_THAN_A_BLOCK; row++) {
      assertThat(column.value(row)).isEqualTo(value.applyAsLong(row));
    }
  }

  @Test
  void smallNumbersAndThoseUpToFourGiComeOutAsTheyWentIn() {
    assertKept(row -> row % 2 == 0 ? row : 0xFFFFFFFFL - row);
  }

  @Test
  void oneLargeNumberChangesNoOther() {
    assertKept(row -> row == 5000 ? 1L << 40 : row);
  }

  @Test
  void negativeNumbersComeOutAsTheyWentIn() {
    assertKept(row -> row % 7 == 3 ? -row : row);
  }
}
