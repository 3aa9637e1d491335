package dev.shardline.signal.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteRowsTest {
  private static final int VALUES = 150;

  /// In strands of vectors and in what is left over behind them.
  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void findsAValueThatIsNoNumberAtEveryPlace(float missing) {
    for (int at = 0; at < VALUES; at++) {
      float[][] rows = new float[3][VALUES];
      rows[1][at] = missing;
      assertThat(FiniteRows.allFinite(rows, 0, VALUES)).isFalse();
      assertThat(FiniteRows.allFinite(rows, at, VALUES)).isFalse();
      assertThat(FiniteRows.allFinite(rows, at + 1, VALUES)).isTrue();
      assertThat(FiniteRows.allFinite(rows, 0, at)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {0, -0f, Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE})
  void numbersOfEverySizeAreNumbers(float number) {
    float[] row = new float[VALUES];
    Arrays.fill(row, number);
    assertThat(FiniteRows.allFinite(new float[][] {row}, 0, VALUES)).isTrue();
  }
}
