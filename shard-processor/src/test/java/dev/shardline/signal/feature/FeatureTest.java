package dev.shardline.signal.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.signal.SignalPattern;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureTest {
  @Test
  void simpsonsRuleIsScipysBeforeVersionEleven() {
    // scipy.integrate.simpson(x[:n], dx=0.5), SciPy 1.10.1
    double[] values = SignalPattern.pinned(6);
    assertThat(Simpson.integrate(values, 0, 5, 0.5)).isCloseTo(11.5, within(1e-14));
    assertThat(Simpson.integrate(values, 0, 6, 0.5)).isCloseTo(11.166666666666666, within(1e-14));
    assertThat(Simpson.integrate(values, 0, 2, 0.5)).isCloseTo(2.5, within(1e-14));
    assertThat(Simpson.integrate(values, 3, 4, 0.5)).isZero();
  }

  @Test
  void bandPowersIncludeBothEdges() {
    double[] frequencies = {0, 1, 2, 3, 4};
    double[] flat = {1, 1, 1, 1, 1};
    FrequencyBand total = new FrequencyBand("total", 0, 4);
    List<FrequencyBand> bands =
        List.of(
            new FrequencyBand("low", 0, 2),
            new FrequencyBand("high", 2, 4),
            new FrequencyBand("narrow", 2.5, 3.5));
    BandPower power = new BandPower(bands, total);
    assertThat(power.absolute(frequencies, flat))
        .containsExactly(new double[] {2, 2, 0}, within(1e-14));
    assertThat(power.relative(frequencies, flat))
        .containsExactly(new double[] {0.5, 0.5, 0}, within(1e-14));
    assertThat(power.relative(frequencies, new double[5])).containsOnly(0);
  }

  @Test
  void theSpectralEdgeIsWhereTheShareIsReached() {
    double[] frequencies = {0, 1, 2, 3, 4};
    double[] power = {9, 1, 1, 1, 1};
    FrequencyBand range = new FrequencyBand("range", 1, 4);
    assertThat(SpectralEdge.of(frequencies, power, range, 0.5)).isEqualTo(2);
    assertThat(SpectralEdge.of(frequencies, power, range, 0.95)).isEqualTo(4);
    assertThat(SpectralEdge.of(frequencies, new double[5], range, 0.5)).isEqualTo(1);
    assertThatThrownBy(
            () -> SpectralEdge.of(frequencies, power, new FrequencyBand("none", 7, 8), 0.5))
        .hasMessageContaining("No frequency");
  }

  @Test
  void hjorthOfASineIsItsVarianceAndFrequency() {
    Hjorth hjorth = Hjorth.of(SignalPattern.sine(100_000, 5, 1000));
    assertThat(hjorth.activity()).isCloseTo(0.5, within(1e-6));
    assertThat(hjorth.mobility()).isCloseTo(2 * Math.sin(Math.PI * 5 / 1000), within(1e-6));
    assertThat(hjorth.complexity()).isCloseTo(1, within(1e-4));
  }

  @Test
  void hjorthOfAConstantIsZero() {
    assertThat(Hjorth.of(new double[] {2, 2, 2})).isEqualTo(new Hjorth(0, 0, 0));
    assertThatThrownBy(() -> Hjorth.of(new double[2])).hasMessageContaining("three time points");
  }

  @Test
  void waveformsHaveLengthSizeAndSwing() {
    double[] signal = {0, 3, -1, 0};
    assertThat(Waveform.lineLength(signal)).isEqualTo(8);
    assertThat(Waveform.rootMeanSquare(signal)).isEqualTo(Math.sqrt(2.5));
    assertThat(Waveform.peakToPeak(signal)).isEqualTo(4);
    assertThat(Waveform.peakToPeak(new double[0])).isZero();
    assertThat(Waveform.rootMeanSquare(new double[0])).isZero();
  }

  @Test
  void bandsNeedAscendingEdges() {
    assertThatThrownBy(() -> new FrequencyBand("bad", 4, 4)).hasMessageContaining("ascending");
    assertThat(FrequencyBand.covering(FrequencyBand.ofEeg()))
        .isEqualTo(new FrequencyBand("total", 0.5, 40));
  }
}
