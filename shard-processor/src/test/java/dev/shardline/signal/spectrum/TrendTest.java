package dev.shardline.signal.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.signal.SignalPattern;
import org.junit.jupiter.api.Test;

class TrendTest {
  @Test
  void theLineIsScipys() {
    // scipy.signal.detrend(x), SciPy 1.10.1
    double[] signal = SignalPattern.pinned(6);
    Trend.LINEAR.remove(signal, 0, 6);
    assertThat(signal)
        .containsExactly(
            new double[] {
              -3.9047619047619033,
              6.123809523809525,
              -2.847619047619047,
              2.180952380952381,
              -0.7904761904761903,
              -0.7619047619047619
            },
            within(1e-14));
  }

  @Test
  void onlyTheStretchIsTouched() {
    double[] signal = {5, 1, 3, 5};
    Trend.CONSTANT.remove(signal, 1, 3);
    assertThat(signal).containsExactly(5, -1, 1, 5);
    Trend.NONE.remove(signal, 0, 4);
    assertThat(signal).containsExactly(5, -1, 1, 5);
  }

  @Test
  void aSinglePointBecomesZero() {
    double[] signal = {5};
    Trend.LINEAR.remove(signal, 0, 1);
    assertThat(signal).containsExactly(0);
  }
}
