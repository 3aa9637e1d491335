package dev.shardline.signal.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.signal.SignalPattern;
import dev.shardline.signal.window.Window;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WelchTest {
  @Test
  void theDefaultsAreScipys() {
    // scipy.signal.welch(x, 10, nperseg=8), SciPy 1.10.1
    Welch welch = new Welch(WelchSettings.ofSegmentLength(8), 10, 40);
    assertThat(welch.frequencies()).containsExactly(0.0, 1.25, 2.5, 3.75, 5.0);
    assertThat(welch.estimate(SignalPattern.pinned(40)))
        .containsExactly(
            new double[] {
              0.18989424670150643,
              0.6072929705061463,
              1.004099327243491,
              3.6236916777100956,
              3.8985651483453188
            },
            within(1e-13));
  }

  @Test
  void everyOtherOptionIsScipys() {
    // scipy.signal.welch(x, 10, nperseg=5, noverlap=2, nfft=6, detrend="linear",
    //   return_onesided=False, scaling="spectrum", average="median"), SciPy 1.10.1
    WelchSettings settings =
        new WelchSettings(
            Window.CosineSum.HANN,
            new Segments(5, 2, 6),
            Trend.LINEAR,
            Sides.TWO_SIDED,
            Scaling.SPECTRUM,
            Average.MEDIAN);
    Welch welch = new Welch(settings, 10, 40);
    assertThat(welch.frequencies())
        .containsExactly(
            0.0,
            1.6666666666666665,
            3.333333333333333,
            -5.0,
            -3.333333333333333,
            -1.6666666666666665);
    assertThat(welch.estimate(SignalPattern.pinned(40)))
        .containsExactly(
            new double[] {
              0.17499728492778535,
              1.669498904270825,
              4.123488583758647,
              10.545320949997386,
              4.123488583758647,
              1.669498904270825
            },
            within(1e-13));
  }

  @Test
  void aSignalShorterThanASegmentIsOneSegment() {
    Welch shortened = new Welch(WelchSettings.ofSegmentLength(1000), 10, 40);
    Welch exact = new Welch(WelchSettings.ofSegmentLength(40), 10, 40);
    double[] signal = SignalPattern.pinned(40);
    assertThat(shortened.estimate(signal)).containsExactly(exact.estimate(signal));
  }

  @Test
  void theDensityOfASineIntegratesToItsMeanSquare() {
    Welch welch = new Welch(WelchSettings.ofSegmentLength(256), 256, 2560);
    double[] density = welch.estimate(SignalPattern.sine(2560, 20, 256));
    assertThat(Arrays.stream(density).sum()).isCloseTo(0.5, within(1e-9));
    assertThat(density[20]).isEqualTo(Arrays.stream(density).max().orElseThrow());
  }

  @Test
  void aConstantSignalHasNoPower() {
    double[] constant = new double[100];
    Arrays.fill(constant, 3);
    assertThat(new Welch(WelchSettings.ofSegmentLength(16), 10, 100).estimate(constant))
        .containsOnly(0);
  }

  @Test
  void impossibleSegmentsAreRefused() {
    assertThatThrownBy(() -> new Segments(8, 8, 8)).hasMessageContaining("cannot overlap by 8");
    assertThatThrownBy(() -> new Segments(8, 4, 7))
        .hasMessageContaining("shorter than its segment");
    assertThatThrownBy(() -> new Segments(0, 0, 0)).hasMessageContaining("at least one time point");
    Welch welch = new Welch(WelchSettings.ofSegmentLength(8), 10, 40);
    assertThatThrownBy(() -> welch.estimate(new double[7])).hasMessageContaining("no segment of 8");
  }
}
