package dev.shardline.signal.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.signal.SignalPattern;
import org.junit.jupiter.api.Test;

/// Expected outputs: scipy.signal.resample_poly, SciPy 1.10.1.
class PolyphaseResamplerTest {
  @Test
  void downByThreeHalvesIsScipys() {
    assertThat(resample(9, 2, 3, Background.ZERO))
        .containsExactly(
            new double[] {
              2.4952820879364803, 6.188345809999822, 3.0029636911587176,
              4.488113856681526, 3.002963691158717, 6.188345809999824
            },
            within(1e-13));
  }

  @Test
  void upByThreeHalvesIsScipys() {
    assertThat(resample(5, 3, 2, Background.ZERO))
        .containsExactly(
            new double[] {
              0,
              8.490313595632916,
              7.995252018106465,
              1.000606173553778,
              3.2111037490625063,
              7.028079392138685,
              3.0018185206613324,
              -0.16786725430767446
            },
            within(1e-13));
  }

  @Test
  void aLineBeyondTheEndsIsScipys() {
    assertThat(resample(9, 1, 2, Background.LINE))
        .containsExactly(
            new double[] {
              2.630484551927719,
              5.132854640762005,
              3.581851986325904,
              3.522587634653492,
              7.697517527356713
            },
            within(1e-13));
  }

  @Test
  void theSameRateLeavesTheSignalAlone() {
    assertThat(resample(9, 5, 5, Background.MEAN)).containsExactly(SignalPattern.pinned(9));
  }

  @Test
  void aConstantStaysConstantOverItsMeanMedianOrEdge() {
    double[] constant = {4, 4, 4, 4, 4, 4};
    for (Background background :
        new Background[] {Background.MEAN, Background.MEDIAN, Background.EDGE, Background.LINE}) {
      assertThat(new PolyphaseResampler(new RateRatio(3, 2), background).resample(constant))
          .containsExactly(new double[] {4, 4, 4, 4, 4, 4, 4, 4, 4}, within(3e-3));
    }
  }

  private static double[] resample(int points, int up, int down, Background background) {
    return new PolyphaseResampler(new RateRatio(up, down), background)
        .resample(SignalPattern.pinned(points));
  }
}
