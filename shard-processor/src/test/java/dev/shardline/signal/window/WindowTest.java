package dev.shardline.signal.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.failure.UsageException;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {
  /// scipy.signal.get_window(…, 6), SciPy 1.10.1
  @ParameterizedTest
  @CsvSource({
    "hann, 0.0 0.25 0.75 1.0 0.75 0.25",
    "hamming, 0.08 0.31 0.77 1.0 0.77 0.31",
    "blackman, 0.0 0.13 0.63 1.0 0.63 0.13",
    "bartlett, 0.0 0.3333333333333333 0.6666666666666666 1.0 0.6666666666666667"
        + " 0.33333333333333326",
    "boxcar, 1 1 1 1 1 1",
    "kaiser(8.6), 0.0013325139979024198 0.13040194654166437 0.6304119273359405 1.0"
        + " 0.6304119273359405 0.13040194654166437",
    "tukey(0.5), 0.0 0.75 1.0 1.0 1.0 0.7499999999999999",
    "dpss(1.5), 0.18759003251595244 0.5163118385897655 0.8549760849423661 1.0 0.8549760849423662"
        + " 0.5163118385897658"
  })
  void periodicWindowsAreScipys(String window, String expected) {
    assertThat(WindowParser.parse(window).periodic(6))
        .containsExactly(numbers(expected), within(1e-13));
  }

  /// scipy.signal.get_window(…, 6, fftbins=False), SciPy 1.10.1
  @ParameterizedTest
  @CsvSource({
    "hann, 0.0 0.3454915028125263 0.9045084971874737 0.9045084971874737 0.3454915028125263 0.0",
    "hamming, 0.08 0.39785218258752425 0.9121478174124759 0.9121478174124759 0.39785218258752425"
        + " 0.08",
    "bartlett, 0.0 0.4 0.8 0.8 0.4 0.0",
    "tukey(0.5), 0.0 0.9045084971874738 1.0 1.0 0.9045084971874736 0.0",
    "dpss(1.5), 0.2187100075014734 0.6194938570345614 0.96 0.96 0.6194938570345614"
        + " 0.2187100075014734"
  })
  void symmetricWindowsAreScipys(String window, String expected) {
    assertThat(WindowParser.parse(window).symmetric(6))
        .containsExactly(numbers(expected), within(1e-13));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hann",
        "hamming",
        "blackman",
        "bartlett",
        "boxcar",
        "kaiser(5.0)",
        "tukey(0.2)",
        "dpss(0.4)"
      })
  void aSinglePointIsOneAndTextsParseBack(String text) {
    Window window = WindowParser.parse(text);
    assertThat(window.periodic(1)).containsExactly(1);
    assertThat(window.symmetric(1)).containsExactly(1);
    assertThat(window.text()).isEqualTo(text);
    assertThat(WindowParser.parse(window.text())).isEqualTo(window);
  }

  @ParameterizedTest
  @CsvSource({
    "hanning, Unknown window",
    "kaiser, needs a number",
    "hann(2), takes no number",
    "tukey(2), lies in 0..1",
    "'', Unknown window"
  })
  void whatIsNoWindowIsRefused(String text, String message) {
    assertThatThrownBy(() -> WindowParser.parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
