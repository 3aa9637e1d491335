package dev.shardline.signal.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.signal.SignalPattern;
import org.junit.jupiter.api.Test;

class ScalerTest {
  @Test
  void zScoresHaveMeanZeroAndDeviationOne() {
    assertThat(scaled(new Scaler.ZScore(), 1, 2, 3))
        .containsExactly(new double[] {-1.224744871391589, 0, 1.224744871391589}, within(1e-15));
    assertThat(scaled(new Scaler.ZScore(), 4, 4)).containsExactly(0, 0);
  }

  @Test
  void robustScalingIsNumpys() {
    // (x − median)/(75th − 25th percentile), NumPy 1.24.2
    assertThat(scaled(new Scaler.Robust(), SignalPattern.pinned(6)))
        .containsExactly(
            new double[] {-0.8, 1.8666666666666667, -0.5333333333333333, 0.8, 0.0, 0.0},
            within(1e-15));
    assertThat(scaled(new Scaler.Robust(), 4, 4, 4, 9)).containsExactly(0, 0, 0, 4);
  }

  @Test
  void exponentialMovingScalingIsBraindecodes() {
    // x.ewm(alpha=0.1).mean() twice, pandas 2.1.4, as braindecode does it
    assertThat(scaled(new Scaler.ExponentialMoving(0.1, 0, 1e-4), SignalPattern.pinned(6)))
        .containsExactly(
            new double[] {
              0.0,
              1.378404875209022,
              -0.84552871532268,
              0.5807037217884018,
              -0.4108893034280764,
              -0.35935810932998996
            },
            within(1e-14));
  }

  @Test
  void theInitialBlockIsScaledTogether() {
    double[] scaled = scaled(new Scaler.ExponentialMoving(0.1, 2, 1e-4), 1, 3, 2);
    assertThat(scaled[0]).isEqualTo(-1);
    assertThat(scaled[1]).isEqualTo(1);
  }

  @Test
  void clippingHoldsValuesWithinTheLimit() {
    assertThat(scaled(new Scaler.Clip(2), -5, 1, 3)).containsExactly(-2, 1, 2);
    assertThatThrownBy(() -> new Scaler.Clip(0)).hasMessageContaining("positive");
  }

  @Test
  void onlyTheStretchIsScaled() {
    double[] values = {9, 1, 3, 9};
    new Scaler.ZScore().apply(values, 1, 3);
    assertThat(values).containsExactly(9, -1, 1, 9);
  }

  private static double[] scaled(Scaler scaler, double... values) {
    double[] copy = values.clone();
    scaler.apply(copy, 0, copy.length);
    return copy;
  }
}
