package dev.shardline.signal.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RateRatioTest {
  @Test
  void ratesHaveTheirSimplestRatio() {
    assertThat(RateRatio.between(256, 100)).isEqualTo(new RateRatio(25, 64));
    assertThat(RateRatio.between(44100, 48000)).isEqualTo(new RateRatio(160, 147));
    assertThat(RateRatio.between(249.9, 250)).isEqualTo(new RateRatio(2500, 2499));
    assertThat(RateRatio.between(100, 100)).isEqualTo(new RateRatio(1, 1));
    assertThat(RateRatio.between(1, 3000)).isEqualTo(new RateRatio(3000, 1));
  }

  @Property
  void everyRatioOfWholeNumbersIsFound(
      @ForAll @IntRange(min = 1, max = 50_000) int up,
      @ForAll @IntRange(min = 1, max = 50_000) int down) {
    assertThat(RateRatio.between(down / 7.0, up / 7.0)).isEqualTo(new RateRatio(up, down));
  }

  @Test
  void lengthsAreRoundedUp() {
    assertThat(new RateRatio(2, 3).outputLength(7)).isEqualTo(5);
    assertThat(new RateRatio(3, 2).outputLength(1)).isEqualTo(2);
    assertThat(new RateRatio(1, 10).outputLength(0)).isZero();
  }

  @Test
  void unrelatedRatesAreRefused() {
    assertThatThrownBy(() -> RateRatio.between(Math.PI, 100))
        .hasMessageContaining("have no simple ratio");
    assertThatThrownBy(() -> RateRatio.between(0, 100)).hasMessageContaining("positive");
    assertThatThrownBy(() -> new RateRatio(0, 1)).hasMessageContaining("positive");
  }
}
