package dev.shardline.signal.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.signal.SignalPattern;
import org.junit.jupiter.api.Test;

class FourierResamplerTest {
  @Test
  void fewerPointsAreScipys() {
    // scipy.signal.resample(x, 6), SciPy 1.10.1
    assertThat(new FourierResampler(9, 6 / 9.0, 0).resample(SignalPattern.pinned(9)))
        .containsExactly(
            new double[] {
              4.937749880773028, 5.315576058057479, 3.5311250596134856,
              4.035514550551707, 3.5311250596134856, 5.315576058057479
            },
            within(1e-13));
  }

  @Test
  void morePointsAreScipys() {
    // scipy.signal.resample(x, 9), SciPy 1.10.1
    assertThat(new FourierResampler(6, 1.5, 0).resample(SignalPattern.pinned(6)))
        .containsExactly(
            new double[] {
              0.0,
              8.04199389161943,
              8.089628379920267,
              1,
              3.7384616313245873,
              6.091156917596358,
              3.0,
              3.469544477055982,
              1.0692147024833742
            },
            within(1e-13));
  }

  @Test
  void paddedEndsAreMnes() {
    // mne.filter.resample(x, 2., 3., npad=4), MNE 1.3.0
    assertThat(new FourierResampler(12, 2 / 3.0, 4).resample(SignalPattern.pinned(12)))
        .containsExactly(
            new double[] {
              5.106344978573403, 4.75119621769876, 3.4095146601344832, 3.98688336610155,
              4.090791950086898, 5.671296467189841, 1.549879531758706, -0.08390348729506059
            },
            within(1e-13));
  }

  @Test
  void theSameRateLeavesTheSignalAlone() {
    double[] signal = SignalPattern.walk(100, 3);
    assertThat(new FourierResampler(100, 1, 10).resample(signal))
        .containsExactly(signal, within(1e-11));
  }

  @Test
  void anotherLengthIsRefused() {
    assertThatThrownBy(() -> new FourierResampler(9, 2, 0).resample(new double[8]))
        .hasMessage("Expected 9 time points, found 8");
    assertThatThrownBy(() -> new FourierResampler(0, 2, 0)).hasMessageContaining("Cannot resample");
  }
}
