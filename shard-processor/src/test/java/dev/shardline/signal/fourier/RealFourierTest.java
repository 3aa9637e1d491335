package dev.shardline.signal.fourier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.signal.SignalPattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RealFourierTest {
  @Test
  void sevenPointsAreNumpys() {
    // numpy.fft.rfft, NumPy 1.24.2
    Spectrum spectrum = Spectrum.of(SignalPattern.pinned(7));
    assertThat(spectrum.real)
        .containsExactly(
            new double[] {29.0, 0.9770332827927053, -1.552802198182106, -13.924231084610602},
            within(1e-13));
    assertThat(spectrum.imaginary)
        .containsExactly(
            new double[] {0.0, -2.479121322861147, -2.4219846795583204, -6.223981657951763},
            within(1e-13));
  }

  @Property(tries = 100)
  void everyLengthIsTheSumThatDefinesIt(@ForAll @IntRange(min = 1, max = 300) int points) {
    double[] signal = SignalPattern.walk(points, points);
    Spectrum spectrum = Spectrum.of(signal);
    double[] real = new double[spectrum.real.length];
    double[] imaginary = new double[real.length];
    for (int k = 0; k < real.length; k++) {
      for (int j = 0; j < points; j++) {
        double angle = 2 * Math.PI * ((long) j * k % points) / points;
        real[k] += signal[j] * Math.cos(angle);
        imaginary[k] -= signal[j] * Math.sin(angle);
      }
    }
    assertThat(spectrum.real).containsExactly(real, within(1e-10));
    assertThat(spectrum.imaginary).containsExactly(imaginary, within(1e-10));
  }

  @Property(tries = 100)
  void theInverseGivesTheSignalBack(@ForAll @IntRange(min = 1, max = 5000) int points) {
    double[] signal = SignalPattern.walk(points, points);
    RealFourier fourier = RealFourier.ofSize(points);
    double[] real = new double[fourier.bins()];
    double[] imaginary = new double[fourier.bins()];
    double[] back = new double[points];
    fourier.forward(signal, real, imaginary);
    fourier.inverse(real, imaginary, back);
    assertThat(back).containsExactly(signal, within(1e-11));
  }

  @Test
  void frequenciesRunToHalfTheSamplingRate() {
    assertThat(RealFourier.ofSize(8).frequencies(10)).containsExactly(0, 1.25, 2.5, 3.75, 5);
    assertThat(RealFourier.ofSize(5).frequencies(10)).containsExactly(0, 2, 4);
  }

  @Test
  void noPointsAreRefused() {
    assertThatThrownBy(() -> RealFourier.ofSize(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one point");
  }

  private record Spectrum(double[] real, double[] imaginary) {
    static Spectrum of(double[] signal) {
      RealFourier fourier = RealFourier.ofSize(signal.length);
      Spectrum spectrum = new Spectrum(new double[fourier.bins()], new double[fourier.bins()]);
      fourier.forward(signal, spectrum.real, spectrum.imaginary);
      return spectrum;
    }
  }
}
