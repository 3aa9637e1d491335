package dev.shardline.signal.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.signal.SignalPattern;
import org.junit.jupiter.api.Test;

/// Expected values: mne.filter.create_filter(None, 20., …) and filter_data, MNE 1.3.0.
class FirDesignTest {
  @Test
  void aLowPassIsMnes() {
    double[] taps = FirDesign.design(new Band.LowPass(5), FirWindow.HAMMING, 20);
    assertThat(taps)
        .hasSize(33)
        .startsWith(
            new double[] {-0.0015163497383892989, 0, 0.0024914799216275907, -0.0022711460090830927},
            within(1e-15));
    assertThat(taps[16]).isCloseTo(0.6010687840449923, within(1e-15));
  }

  @Test
  void aHighPassIsMnes() {
    double[] taps = FirDesign.design(new Band.HighPass(6), FirWindow.HAMMING, 20);
    assertThat(taps)
        .hasSize(33)
        .startsWith(
            new double[] {0, 0.0018878783958199386, 0, -0.003862478304199401}, within(1e-15));
    assertThat(taps[16]).isCloseTo(0.4992942131473911, within(1e-15));
  }

  @Test
  void aBandStopIsMnes() {
    Band band = new Band.BandStop(3, 8);
    double[] taps = FirDesign.design(band, new Transitions(2, 2), FirWindow.HAMMING, 20);
    assertThat(taps)
        .hasSize(33)
        .startsWith(
            new double[] {0.002448111305278094, -0.0018857710578645528, -0.0009473706942686746},
            within(1e-15));
    assertThat(taps[16]).isCloseTo(0.6994491861566836, within(1e-15));
  }

  @Test
  void theFilteredSignalIsMnes() {
    double[] taps = FirDesign.design(new Band.LowPass(5), FirWindow.HAMMING, 20);
    assertThat(new FirFilter(taps, 20).zeroPhase(SignalPattern.pinned(20)))
        .startsWith(
            new double[] {0, 6.6323681237964704, 5.541046576163844, 2.794416357708063},
            within(1e-13))
        .endsWith(new double[] {3.351597816451023, 10.0}, within(1e-13));
  }

  @Test
  void theCausalOutputIsTheZeroPhaseOneDelayed() {
    double[] taps = FirDesign.design(new Band.LowPass(5), FirWindow.HANN, 20);
    FirFilter filter = new FirFilter(taps, 300);
    double[] signal = SignalPattern.walk(300, 5);
    double[] causal = filter.causal(signal);
    double[] centred = filter.zeroPhase(signal);
    for (int i = taps.length; i < 300; i++) {
      assertThat(causal[i]).isCloseTo(centred[i - taps.length / 2], within(1e-12));
    }
  }

  @Test
  void transitionsThatDoNotFitAreRefused() {
    assertThatThrownBy(() ->
            FirDesign.design(new Band.LowPass(9), new Transitions(0, 2), FirWindow.HAMMING, 20))
        .hasMessageContaining("from 9.0 to 11.0 Hz does not lie between 0 and half");
    assertThatThrownBy(() ->
            FirDesign.design(new Band.BandStop(5, 6), new Transitions(1, 1), FirWindow.HAMMING, 20))
        .hasMessageContaining("narrower than its transitions");
    assertThatThrownBy(() ->
            FirDesign.design(new Band.LowPass(5), new Transitions(0, 0), FirWindow.HAMMING, 20))
        .hasMessageContaining("wider than 0 Hz");
    assertThatThrownBy(() ->
            FirDesign.design(new Band.LowPass(5), new Transitions(0, 1e-9), FirWindow.HAMMING, 20))
        .hasMessageContaining("too narrow");
  }
}
