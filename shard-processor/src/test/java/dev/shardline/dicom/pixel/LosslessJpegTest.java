package dev.shardline.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.failure.MalformedDataException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LosslessJpegTest {
  private static final int ROWS = 23;
  private static final int COLUMNS = 31;

  private static int[] noise(int precision) {
    return new Random(precision).ints(ROWS * COLUMNS, 0, 1 << precision).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void everyPredictorGivesTheValuesBackAtEveryDepth(int predictor) throws Exception {
    for (int precision : new int[] {2, 8, 12, 16}) {
      int[] values = noise(precision);
      byte[] file = new LosslessEncoder(precision, predictor, 0, 0).encode(values, ROWS, COLUMNS);

      assertThat(LosslessJpeg.decode(file, ROWS, COLUMNS)).isEqualTo(values);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 5", "7, 10"})
  void restartMarkersAreFollowed(int predictor, int rowsBetween) throws Exception {
    int[] values = noise(12);
    byte[] file = new LosslessEncoder(12, predictor, 0, rowsBetween).encode(values, ROWS, COLUMNS);

    assertThat(LosslessJpeg.decode(file, ROWS, COLUMNS)).isEqualTo(values);
  }

  @Test
  void aPointTransformLeavesTheLowestBitsZero() throws Exception {
    int[] values = noise(12);
    byte[] file = new LosslessEncoder(12, 4, 3, 0).encode(values, ROWS, COLUMNS);

    int[] cut = Arrays.stream(values).map(value -> value & ~7).toArray();
    assertThat(LosslessJpeg.decode(file, ROWS, COLUMNS)).isEqualTo(cut);
  }

  @Test
  void anotherSizeIsRefused() {
    byte[] file = new LosslessEncoder(8, 1, 0, 0).encode(noise(8), ROWS, COLUMNS);

    assertThatThrownBy(() -> LosslessJpeg.decode(file, ROWS, COLUMNS + 1))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("23 x 32 pixels as the data set says")
        .hasMessageContaining("found 23 x 31");
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] file = new LosslessEncoder(8, 1, 0, 4).encode(noise(8), ROWS, COLUMNS);

    for (int length = 0; length < file.length - 2; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> LosslessJpeg.decode(cut, ROWS, COLUMNS))
          .as("%d bytes", length)
          .isInstanceOf(MalformedDataException.class);
    }
  }

  @Test
  void damageGivesValuesOrARefusal() {
    byte[] file = new LosslessEncoder(8, 1, 0, 4).encode(noise(8), ROWS, COLUMNS);
    Random random = new Random(3);
    int refused = 0;
    for (int round = 0; round < 5_000; round++) {
      byte[] damaged = file.clone();
      for (int change = 0; change <= round % 3; change++) {
        damaged[random.nextInt(round % 2 == 0 ? 80 : file.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(LosslessJpeg.decode(damaged, ROWS, COLUMNS)).hasSize(ROWS * COLUMNS);
      } catch (MalformedDataException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(500, 4_999);
  }
}
