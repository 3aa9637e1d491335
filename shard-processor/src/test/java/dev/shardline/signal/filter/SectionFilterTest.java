package dev.shardline.signal.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.signal.SignalPattern;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Expected outputs: butter(2, 10, fs=100, output="sos") applied by SciPy 1.10.1.
class SectionFilterTest {
  private final SectionFilter filter =
      new SectionFilter(Butterworth.design(2, new Band.LowPass(10), 100));

  @Test
  void theCausalOutputIsScipys() {
    assertThat(filter.causal(SignalPattern.pinned(8)))
        .containsExactly(
            new double[] {
              0.0, 0.6745527388907192, 2.1875613801574914, 3.4360784870183334,
              4.103626264421392, 4.283775227655276, 4.214117190866842, 4.127588906943208
            },
            within(1e-13));
  }

  @Test
  void theZeroPhaseOutputIsScipys() {
    assertThat(filter.zeroPhase(SignalPattern.pinned(12)))
        .startsWith(
            new double[] {-0.019859436444650325, 1.8800509424734364, 3.2975242066098285},
            within(1e-13))
        .endsWith(new double[] {1.6096280523436175, -0.01941602781482471}, within(1e-13));
  }

  @Test
  void otherExtensionsAreScipys() {
    double[] signal = SignalPattern.pinned(12);
    assertThat(filter.zeroPhase(signal, Extension.EVEN, 9))
        .startsWith(new double[] {4.834181150585739, 4.753980601118558}, within(1e-13))
        .endsWith(new double[] {2.967574095159741, 2.815278592365258}, within(1e-13));
    assertThat(filter.zeroPhase(signal, Extension.CONSTANT, 5))
        .startsWith(new double[] {2.4072111633143587, 3.317077161199615}, within(1e-13))
        .endsWith(new double[] {2.289709120765559, 1.4024254901622832}, within(1e-13));
  }

  @Test
  void aConstantPassesUnchanged() {
    double[] constant = new double[50];
    Arrays.fill(constant, 7);
    assertThat(filter.zeroPhase(constant)).containsExactly(constant, within(1e-12));
  }

  @Test
  void timeMayRunBackward() {
    double[] signal = SignalPattern.walk(500, 1);
    double[] turned = reversed(filter.zeroPhase(reversed(signal)));
    double[] straight = filter.zeroPhase(signal);
    for (int i = 150; i < 350; i++) {
      assertThat(turned[i]).isCloseTo(straight[i], within(1e-9));
    }
  }

  @Test
  void aSignalShorterThanItsExtensionIsRefused() {
    assertThatThrownBy(() -> filter.zeroPhase(new double[9]))
        .hasMessage("A signal of 9 time points is too short to be extended by 9 at each end");
  }

  private static double[] reversed(double[] signal) {
    double[] reversed = new double[signal.length];
    for (int i = 0; i < signal.length; i++) {
      reversed[i] = signal[signal.length - 1 - i];
    }
    return reversed;
  }
}
