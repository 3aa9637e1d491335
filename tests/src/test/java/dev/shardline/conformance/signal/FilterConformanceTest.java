package dev.shardline.conformance.signal;

import static dev.shardline.conformance.signal.SignalReferences.assertClose;
import static dev.shardline.conformance.signal.SignalReferences.rows;
import static dev.shardline.conformance.signal.SignalReferences.values;

import dev.shardline.signal.filter.Band;
import dev.shardline.signal.filter.Butterworth;
import dev.shardline.signal.filter.FirDesign;
import dev.shardline.signal.filter.FirFilter;
import dev.shardline.signal.filter.FirWindow;
import dev.shardline.signal.filter.Notch;
import dev.shardline.signal.filter.SecondOrderSections;
import dev.shardline.signal.filter.SectionFilter;
import dev.shardline.signal.resample.Background;
import dev.shardline.signal.resample.PolyphaseResampler;
import dev.shardline.signal.resample.RateRatio;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Two signal channels of 30 s each from an EEG, an SSVEP and an ECG recording.
class FilterConformanceTest {
  private static final double OUTPUT = 1e-9;
  private static final double COEFFICIENT = 1e-12;

  @ParameterizedTest
  @CsvSource({"eegmmidb_S001R01, 160, 1, 40", "ssvep_s12, 256, 1, 40", "wfdb_100, 360, 0.5, 40"})
  void butterworthSectionsAndOutputsAreScipys(
      String recording, double rate, double low, double high) {
    SecondOrderSections sections = Butterworth.design(4, new Band.BandPass(low, high), rate);
    String name = recording + "__sos_butter4_" + (low == 1 ? "1" : "0.5") + "_40";
    assertClose(sections.coefficients(), values(name), COEFFICIENT, 1e-15);
    SectionFilter filter = new SectionFilter(sections);
    assertOutputs(recording, "sosfilt_butter4", filter::causal);
    assertOutputs(recording, "sosfiltfilt_butter4", filter::zeroPhase);
  }

  @ParameterizedTest
  @CsvSource({"eegmmidb_S001R01, 160, 60", "ssvep_s12, 256, 50", "wfdb_100, 360, 60"})
  void notchOutputsAreScipys(String recording, double rate, int frequency) {
    SectionFilter filter = new SectionFilter(Notch.design(frequency, 30, rate));
    assertOutputs(recording, "notch" + frequency + "_filtfilt", filter::zeroPhase);
  }

  @ParameterizedTest
  @CsvSource({
    "eegmmidb_S001R01, 160, 1, mne_fir_1_40",
    "ssvep_s12, 256, 1, mne_fir_1_40",
    "wfdb_100, 360, 0.5, mne_fir_0.5_40"
  })
  void firTapsAndOutputsAreMnes(String recording, double rate, double low, String reference) {
    double[] taps = FirDesign.design(new Band.BandPass(low, 40), FirWindow.HAMMING, rate);
    assertClose(taps, values(recording + "__" + reference + "_taps"), COEFFICIENT, 1e-17);
    FirFilter filter = new FirFilter(taps, 10_000);
    assertOutputs(recording, reference, filter::zeroPhase);
  }

  @ParameterizedTest
  @CsvSource({"eegmmidb_S001R01, 4, 5", "ssvep_s12, 1, 2", "wfdb_100, 25, 36"})
  void resampledOutputsAreScipys(String recording, int up, int down) {
    PolyphaseResampler resampler = new PolyphaseResampler(new RateRatio(up, down), Background.ZERO);
    assertOutputs(recording, "resample_poly_" + up + "_" + down, resampler::resample);
  }

  private static void assertOutputs(
      String recording, String reference, UnaryOperator<double[]> filter) {
    double[][] inputs = rows(recording + "__raw_first");
    double[][] expected = rows(recording + "__" + reference);
    for (int channel = 0; channel < inputs.length; channel++) {
      double peak = Arrays.stream(expected[channel]).map(Math::abs).max().orElseThrow();
      assertClose(filter.apply(inputs[channel]), expected[channel], OUTPUT, OUTPUT * peak * 1e-3);
    }
  }
}
