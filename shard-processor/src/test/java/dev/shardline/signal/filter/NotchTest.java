package dev.shardline.signal.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.signal.SignalPattern;
import dev.shardline.signal.feature.Waveform;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NotchTest {
  @Test
  void coefficientsAreScipys() {
    // scipy.signal.iirnotch(50, 30, 256), SciPy 1.10.1
    assertThat(Notch.design(50, 30, 256).coefficients())
        .containsExactly(
            new double[] {
              0.9799541272795681, -0.6602732045406294, 0.9799541272795681,
              1.0, -0.6602732045406294, 0.9599082545591362
            },
            within(1e-15));
  }

  @Test
  void theMainsVanishAndTheAlphaRhythmStays() {
    SectionFilter filter = new SectionFilter(Notch.design(50, 30, 256));
    assertThat(middleOf(filter.zeroPhase(SignalPattern.sine(2560, 50, 256)))).isLessThan(1e-4);
    assertThat(middleOf(filter.zeroPhase(SignalPattern.sine(2560, 10, 256))))
        .isCloseTo(Math.sqrt(0.5), within(1e-3));
  }

  @Test
  void aNotchBeyondHalfTheSamplingRateIsRefused() {
    assertThatThrownBy(() -> Notch.design(60, 30, 100))
        .hasMessage(
            "A notch lies between 0 and half the sampling rate of 100.0 Hz, not at 60.0 Hz");
  }

  /// SciPy designs one whose output grows without end.
  @Test
  void aNotchTooWideToBeStableIsRefused() {
    assertThatThrownBy(() -> Notch.design(127, 0.7, 256))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wide");
  }

  private static double middleOf(double[] signal) {
    return Waveform.rootMeanSquare(Arrays.copyOfRange(signal, 1024, 1536));
  }
}
