package dev.shardline.signal.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.signal.window.Window;
import org.junit.jupiter.api.Test;

/// Expected taps: scipy.signal.firwin(…, fs=100), SciPy 1.10.1; filters are symmetric.
class WindowedSincTest {
  @Test
  void tapsAreScipys() {
    assertStarts(
        7,
        new Band.BandPass(10, 20),
        -0.038351119707549564,
        -0.05262330172324124,
        0.2614189827541662,
        0.5872124008602364);
    assertStarts(
        7,
        new Band.BandStop(10, 20),
        0.01909953909669618,
        0.026207339350835974,
        -0.13019129871060459,
        1.169768840526145);
    assertStarts(
        7,
        new Band.HighPass(10),
        -0.007989489486156479,
        -0.04643890763828453,
        -0.14257828359403377,
        0.7917422691161885);
    assertStarts(
        6, new Band.LowPass(10), 0.019745339293629684, 0.13240450223511113, 0.3478501584712591);
  }

  @Test
  void anEvenNumberOfTapsCannotPassTheTop() {
    assertThatThrownBy(() -> design(6, new Band.HighPass(10)))
        .hasMessageContaining("take an odd number");
  }

  private static void assertStarts(int taps, Band band, double... expected) {
    double[] filter = design(taps, band);
    assertThat(filter).hasSize(taps).startsWith(expected, within(1e-15));
    for (int i = 0; i < taps; i++) {
      assertThat(filter[taps - 1 - i]).isCloseTo(filter[i], within(1e-15));
    }
  }

  private static double[] design(int taps, Band band) {
    return WindowedSinc.design(taps, band, Window.CosineSum.HAMMING, 100);
  }
}
