package dev.shardline.signal.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Expected sections: scipy.signal.butter(…, fs=100, output="sos"), SciPy 1.10.1.
class ButterworthTest {
  @Test
  void anOddLowPassIsScipys() {
    assertThat(Butterworth.design(3, new Band.LowPass(10), 100).coefficients())
        .containsExactly(
            new double[] {
              0.018098933007514435, 0.03619786601502887, 0.018098933007514435,
              1.0, -0.5095254494944288, 0.0,
              1.0, 1.0, 0.0,
              1.0, -1.2505164308487398, 0.5457233155094575
            },
            within(1e-14));
  }

  @Test
  void aHighPassIsScipys() {
    assertThat(Butterworth.design(2, new Band.HighPass(10), 100).coefficients())
        .containsExactly(
            new double[] {
              0.6389455251590224, -1.2778910503180447, 0.6389455251590224,
              1.0, -1.1429805025399011, 0.41280159809618877
            },
            within(1e-14));
  }

  @Test
  void aBandPassIsScipys() {
    assertThat(Butterworth.design(2, new Band.BandPass(10, 20), 100).coefficients())
        .containsExactly(
            new double[] {
              0.0674552738890719, 0.1349105477781438, 0.0674552738890719,
              1.0, -0.6344484417402888, 0.5918264073655373,
              1.0, -2.0, 1.0,
              1.0, -1.308020334807595, 0.697504526595456
            },
            within(1e-14));
  }

  @Test
  void aBandStopIsScipys() {
    assertThat(Butterworth.design(2, new Band.BandStop(10, 20), 100).coefficients())
        .containsExactly(
            new double[] {
              0.6389455251590224, -0.7897801030158537, 0.6389455251590223,
              1.0, -0.6344484417402888, 0.5918264073655373,
              1.0, -1.2360679774997896, 0.9999999999999999,
              1.0, -1.308020334807595, 0.697504526595456
            },
            within(1e-14));
  }

  @Test
  void theSteadyStateIsScipys() {
    // scipy.signal.sosfilt_zi(butter(2, 10, fs=100, output="sos")), SciPy 1.10.1
    assertThat(Butterworth.design(2, new Band.LowPass(10), 100).steadyState())
        .containsExactly(new double[] {0.9325447261109282, -0.3453463242071169}, within(1e-14));
  }

  @Test
  void edgesBeyondHalfTheSamplingRateAreRefused() {
    assertThatThrownBy(() -> Butterworth.design(2, new Band.LowPass(50), 100))
        .hasMessage("A filter edge at 50.0 Hz must lie below half the sampling rate of 100.0 Hz");
    assertThatThrownBy(() -> new Band.BandPass(20, 10)).hasMessageContaining("must lie below");
    assertThatThrownBy(() -> new Band.HighPass(0)).hasMessageContaining("above zero");
    assertThatThrownBy(() -> Butterworth.design(0, new Band.LowPass(10), 100))
        .hasMessageContaining("1..50");
  }
}
