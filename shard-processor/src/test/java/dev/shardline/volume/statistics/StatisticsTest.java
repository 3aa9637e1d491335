package dev.shardline.volume.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  @Test
  void percentilesLieBetweenOrderStatistics() {
    float[] values = {4, 1, 3, 2};

    assertThat(Percentiles.of(values, 0, 25, 50, 90, 100)).containsExactly(1, 1.75, 2.5, 3.7, 4);
    assertThat(Percentiles.of(new float[] {7}, 0.5, 99.5)).containsExactly(7, 7);
  }

  @Test
  void percentilesOfManyValuesAreExactWhateverTheirDistribution() {
    Random random = new Random(3);
    for (int kind = 0; kind < 7; kind++) {
      float[] values = new float[200_003];
      for (int i = 0; i < values.length; i++) {
        values[i] =
            switch (kind) {
              case 0 -> (float) random.nextGaussian();
              case 1 -> random.nextInt(5) < 3 ? 0 : random.nextInt(2000);
              case 2 -> 42;
              case 3 -> i;
              case 4 -> i % 6 == 0 ? 1 : 1000 + i;
              case 5 -> (i % 2 == 0 ? -0f : 0f) + (i % 1000 == 0 ? -Float.MIN_VALUE : 0);
              default -> Float.intBitsToFloat(random.nextInt(0x7f00_0000) | (i & 1) << 31);
            };
      }
      float[] sorted = values.clone();
      Arrays.sort(sorted);
      for (double percentile : new double[] {0, 0.5, 1, 50, 99, 99.5, 100}) {
        double place = percentile / 100 * (values.length - 1);
        int below = (int) place;
        double low = sorted[below];
        double high = sorted[Math.min(below + 1, values.length - 1)];

        assertThat(Percentiles.of(values, percentile)[0])
            .isCloseTo(
                low + (high - low) * (place - below),
                within(1e-9 * Math.max(Math.abs(low), Math.abs(high))));
      }
    }
  }

  @Test
  void percentilesOutsideZeroToHundredAreRefused() {
    assertThatThrownBy(() -> Percentiles.of(new float[] {1}, 101))
        .hasMessage("A percentile is 0 to 100, not 101.0");
    assertThatThrownBy(() -> Percentiles.of(new float[0], 50))
        .hasMessage("Percentiles need at least one value");
  }

  @Test
  void momentsAreThoseOfThePopulation() {
    float[] values = {1, 0, 3, 0, 8, 0, 0, 0, 0, 0, 0};

    Moments whole = Moments.of(values);
    Moments nonZero = Moments.ofNonZero(values);

    assertThat(whole.mean()).isCloseTo(12.0 / 11, within(1e-12));
    assertThat(nonZero).isEqualTo(new Moments(3, 4, nonZero.deviation()));
    assertThat(nonZero.deviation()).isCloseTo(Math.sqrt((9 + 1 + 16) / 3.0), within(1e-12));
    assertThat(Moments.of(new float[0])).isEqualTo(new Moments(0, 0, 0));
  }

  @Test
  void momentsKeepTheirPrecisionFarFromZero() {
    float[] values = new float[1_000_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1e6f + i % 2;
    }

    assertThat(Moments.of(values).deviation()).isCloseTo(0.5, within(1e-9));
  }
}
