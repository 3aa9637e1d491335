package dev.shardline.conformance.signal;

import static dev.shardline.conformance.signal.SignalReferences.assertClose;

import dev.shardline.signal.window.WindowParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowConformanceTest {
  @ParameterizedTest
  @CsvSource({
    "boxcar, boxcar, 1e-15",
    "hann, hann, 1e-15",
    "hamming, hamming, 1e-15",
    "blackman, blackman, 1e-15",
    "bartlett, bartlett, 1e-15",
    "kaiser(8.6), kaiser8.6, 1e-15",
    "tukey(0.25), tukey0.25, 1e-15",
    "dpss(2.5), dpss2.5, 1e-12"
  })
  void periodicWindowsAreScipys(String window, String reference, double tolerance) {
    double[] expected = SignalReferences.values("window__" + reference + "_256_periodic");
    assertClose(WindowParser.parse(window).periodic(256), expected, tolerance, tolerance);
  }
}
