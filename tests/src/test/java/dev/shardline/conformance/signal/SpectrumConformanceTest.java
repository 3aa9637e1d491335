package dev.shardline.conformance.signal;

import static dev.shardline.conformance.signal.SignalReferences.assertClose;
import static dev.shardline.conformance.signal.SignalReferences.rows;
import static dev.shardline.conformance.signal.SignalReferences.values;

import dev.shardline.signal.spectrum.Average;
import dev.shardline.signal.spectrum.Multitaper;
import dev.shardline.signal.spectrum.MultitaperSettings;
import dev.shardline.signal.spectrum.MultitaperSettings.Normalization;
import dev.shardline.signal.spectrum.Scaling;
import dev.shardline.signal.spectrum.Segments;
import dev.shardline.signal.spectrum.Sides;
import dev.shardline.signal.spectrum.Spectrogram;
import dev.shardline.signal.spectrum.Trend;
import dev.shardline.signal.spectrum.Welch;
import dev.shardline.signal.spectrum.WelchSettings;
import dev.shardline.signal.window.Window;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectrumConformanceTest {
  private static final double TOLERANCE = 1e-9;

  @ParameterizedTest
  @CsvSource({
    "n256_oNone_fNone, 256, 128, 256",
    "n255_o100_f512, 255, 100, 512",
    "n2000_oNone_fNone, 2000, 1000, 2000",
    "n1000_o0_fNone, 1000, 0, 1000"
  })
  void welchAtTheEdgesIsScipys(String reference, int length, int overlap, int fftLength) {
    double[][] inputs = rows("edge__input");
    double[][] expected = rows("edge__welch_" + reference);
    WelchSettings settings =
        new WelchSettings(
            Window.CosineSum.HANN,
            new Segments(length, overlap, fftLength),
            Trend.CONSTANT,
            Sides.ONE_SIDED,
            Scaling.DENSITY,
            Average.MEAN);
    Welch welch = new Welch(settings, 100, inputs[0].length);
    assertClose(welch.frequencies(), expected[0], 1e-15, 0);
    for (int channel = 0; channel < inputs.length; channel++) {
      assertClose(welch.estimate(inputs[channel]), expected[channel + 1], TOLERANCE, 0);
    }
  }

  @ParameterizedTest
  @CsvSource({"eegmmidb_S001R01, 160", "ssvep_s12, 256", "wfdb_100, 360"})
  void multitaperIsMnes(String recording, double rate) {
    double[][] inputs = rows(recording + "__raw_first");
    double[][] expected = rows(recording + "__multitaper_bw4");
    MultitaperSettings settings = new MultitaperSettings(4.0, false, true, Normalization.FULL);
    Multitaper multitaper = new Multitaper(settings, rate, inputs[0].length);
    assertClose(multitaper.frequencies(), expected[0], 1e-15, 0);
    for (int channel = 0; channel < inputs.length; channel++) {
      assertClose(multitaper.estimate(inputs[channel]), expected[channel + 1], TOLERANCE, 0);
    }
  }

  @ParameterizedTest
  @CsvSource({"eegmmidb_S001R01, 160", "ssvep_s12, 256", "wfdb_100, 360"})
  void spectrogramIsScipys(String recording, int rate) {
    double[][] inputs = rows(recording + "__raw_first");
    double[] expected = values(recording + "__spectrogram");
    Segments segments = new Segments(2 * rate, rate, 2 * rate);
    Spectrogram spectrogram =
        new Spectrogram(Window.CosineSum.HANN, segments, Trend.CONSTANT, Scaling.DENSITY, rate);
    int size = expected.length / inputs.length;
    for (int channel = 0; channel < inputs.length; channel++) {
      double[] one = Arrays.copyOfRange(expected, channel * size, (channel + 1) * size);
      assertClose(spectrogram.estimate(inputs[channel]), one, TOLERANCE, 0);
    }
  }
}
