package dev.shardline.signal.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.signal.SignalPattern;
import dev.shardline.signal.window.Window;
import org.junit.jupiter.api.Test;

class SpectrogramTest {
  @Test
  void theImageIsScipys() {
    // scipy.signal.spectrogram(x, 10, window="hann", nperseg=6, noverlap=3), SciPy 1.10.1
    Spectrogram spectrogram =
        new Spectrogram(
            Window.CosineSum.HANN, new Segments(6, 3, 6), Trend.CONSTANT, Scaling.DENSITY, 10);
    assertThat(spectrogram.times(12)).containsExactly(new double[] {0.3, 0.6, 0.9}, within(1e-15));
    assertThat(spectrogram.frequencies())
        .containsExactly(0.0, 1.6666666666666665, 3.333333333333333, 5.0);
    assertThat(spectrogram.estimate(SignalPattern.pinned(12)))
        .containsExactly(
            new double[] {
              0.024999999999999908, 0.22499999999999945, 0.0027777777777777575,
              0.005555555555555556, 0.1722222222222224, 1.505555555555556,
              1.4388888888888884, 1.438888888888889, 3.77222222222222,
              1.736111111111111, 1.7361111111111125, 4.669444444444444
            },
            within(1e-13));
  }

  @Test
  void aSignalShorterThanASegmentHasNoColumns() {
    Spectrogram spectrogram =
        new Spectrogram(
            Window.CosineSum.HANN, new Segments(6, 3, 6), Trend.CONSTANT, Scaling.DENSITY, 10);
    assertThat(spectrogram.times(5)).isEmpty();
    assertThat(spectrogram.estimate(new double[5])).isEmpty();
  }
}
