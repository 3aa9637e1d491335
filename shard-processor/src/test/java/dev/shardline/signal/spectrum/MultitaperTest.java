package dev.shardline.signal.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.signal.SignalPattern;
import dev.shardline.signal.spectrum.MultitaperSettings.Normalization;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MultitaperTest {
  @Test
  void theDefaultsAreMnes() {
    // mne.time_frequency.psd_array_multitaper(x, 10.), MNE 1.3.0
    assertThat(
            new Multitaper(MultitaperSettings.defaults(), 10, 16)
                .estimate(SignalPattern.pinned(16)))
        .containsExactly(
            new double[] {
              1.982257197544937, 3.6234697555685798, 4.386372234894907, 5.754339944885378,
              23.143744075455732, 30.513779242552243, 48.196389111638645, 48.78830873219801,
              25.015123658423786
            },
            within(1e-11));
  }

  @Test
  void adaptiveWeightsAreMnes() {
    // mne.time_frequency.psd_array_multitaper(x, 10., bandwidth=5., adaptive=True,
    //   low_bias=False, normalization="full"), MNE 1.3.0
    MultitaperSettings settings = new MultitaperSettings(5.0, true, false, Normalization.FULL);
    assertThat(new Multitaper(settings, 10, 16).estimate(SignalPattern.pinned(16)))
        .containsExactly(
            new double[] {
              0.1936073985122394, 0.34219279677264947, 0.43058124473825854, 0.6052411540080358,
              2.5120904847202175, 3.6152843828603545, 4.287138013907425, 4.282450840572659,
              2.2811190613519536
            },
            within(1e-11));
  }

  @Test
  void aConstantSignalHasNoPower() {
    double[] flat = new double[64];
    Arrays.fill(flat, 2);
    MultitaperSettings settings = new MultitaperSettings(2.0, true, false, Normalization.LENGTH);
    assertThat(new Multitaper(settings, 10, 64).estimate(flat)).containsOnly(0);
  }

  @Test
  void aBandwidthBelowTheResolutionIsRefused() {
    MultitaperSettings settings = new MultitaperSettings(0.1, false, true, Normalization.LENGTH);
    assertThatThrownBy(() -> new Multitaper(settings, 10, 16))
        .hasMessage("A bandwidth of 0.1 Hz is too narrow for 16 time points: at least 0.625 Hz");
  }
}
