package dev.shardline.conformance.signal;

import static dev.shardline.conformance.signal.SignalReferences.assertClose;
import static dev.shardline.conformance.signal.SignalReferences.narrowed;
import static dev.shardline.conformance.signal.SignalReferences.recording;
import static dev.shardline.conformance.signal.SignalReferences.rows;
import static dev.shardline.conformance.signal.SignalReferences.widened;

import dev.shardline.signal.feature.BandPower;
import dev.shardline.signal.feature.FrequencyBand;
import dev.shardline.signal.format.RecordingFormat;
import dev.shardline.signal.format.edf.EdfFormat;
import dev.shardline.signal.format.wfdb.WfdbFormat;
import dev.shardline.signal.lanes.LaneWelch;
import dev.shardline.signal.spectrum.Average;
import dev.shardline.signal.spectrum.Scaling;
import dev.shardline.signal.spectrum.Segments;
import dev.shardline.signal.spectrum.Sides;
import dev.shardline.signal.spectrum.Trend;
import dev.shardline.signal.spectrum.Welch;
import dev.shardline.signal.spectrum.WelchSettings;
import dev.shardline.signal.window.WindowParser;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whole recordings, read by this project's own readers.
class WelchConformanceTest {
  private static final double DOUBLE = 1e-9;
  private static final double SINGLE = 1e-4;

  /// A recording, its file, its sampling rate and the segment length of its references.
  private record Case(String name, String path, double rate, int length) {
    RecordingFormat format() {
      return path.endsWith(".hea") ? new WfdbFormat() : new EdfFormat();
    }

    String reference(String settings) {
      return "%s__welch_%s_n%d_o%d".formatted(name, settings, length, length / 2);
    }

    WelchSettings settings(String window, Trend trend, Scaling scaling, Average average) {
      return new WelchSettings(
          WindowParser.parse(window),
          Segments.halfOverlapping(length),
          trend,
          Sides.ONE_SIDED,
          scaling,
          average);
    }
  }

  private static final List<Case> CASES =
      List.of(
          new Case("eegmmidb_S001R01", "eegmmidb/S001R01.edf", 160, 640),
          new Case("eegmmidb_S001R02", "eegmmidb/S001R02.edf", 160, 640),
          new Case("ssvep_s12", "ssvep_exo/edf/subject12_2014.03.10-19.47.49.edf", 256, 1024),
          new Case("wfdb_100", "wfdb/100.hea", 360, 1440));

  static Stream<Arguments> settings() {
    return CASES.stream()
        .flatMap(c ->
            Stream.of(
                Arguments.of(
                    c,
                    "hann_constant_density_mean",
                    c.settings("hann", Trend.CONSTANT, Scaling.DENSITY, Average.MEAN)),
                Arguments.of(
                    c,
                    "hann_constant_spectrum_mean",
                    c.settings("hann", Trend.CONSTANT, Scaling.SPECTRUM, Average.MEAN)),
                Arguments.of(
                    c,
                    "hamming_False_density_mean",
                    c.settings("hamming", Trend.NONE, Scaling.DENSITY, Average.MEAN)),
                Arguments.of(
                    c,
                    "hann_linear_density_median",
                    c.settings("hann", Trend.LINEAR, Scaling.DENSITY, Average.MEDIAN))));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void estimatesAreScipys(Case recording, String reference, WelchSettings settings)
      throws Exception {
    double[][] signals = recording(recording.format(), recording.path());
    double[][] expected = rows(recording.reference(reference));
    Welch welch = new Welch(settings, recording.rate(), signals[0].length);
    assertClose(welch.frequencies(), expected[0], 1e-15, 0);
    for (int channel = 0; channel < signals.length; channel++) {
      assertClose(welch.estimate(signals[channel]), expected[channel + 1], DOUBLE, 0);
    }
    if (LaneWelch.suits(settings)) {
      float[][] estimates = new LaneWelch(settings, recording.rate()).estimate(narrowed(signals));
      for (int channel = 0; channel < signals.length; channel++) {
        assertClose(widened(estimates[channel]), expected[channel + 1], SINGLE, 0);
      }
    }
  }

  static List<Case> cases() {
    return CASES;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bandPowersAreTheReferences(Case recording) throws Exception {
    double[][] signals = recording(recording.format(), recording.path());
    double[][] absolute = rows(recording.name() + "__bandpower_abs");
    double[][] relative = rows(recording.name() + "__bandpower_rel");
    WelchSettings settings = WelchSettings.ofSegmentLength(recording.length());
    Welch welch = new Welch(settings, recording.rate(), signals[0].length);
    List<FrequencyBand> bands = FrequencyBand.ofEeg();
    BandPower power = new BandPower(bands, FrequencyBand.covering(bands));
    for (int channel = 0; channel < signals.length; channel++) {
      double[] density = welch.estimate(signals[channel]);
      assertClose(power.absolute(welch.frequencies(), density), absolute[channel], DOUBLE, 0);
      assertClose(power.relative(welch.frequencies(), density), relative[channel], DOUBLE, 0);
    }
  }
}
