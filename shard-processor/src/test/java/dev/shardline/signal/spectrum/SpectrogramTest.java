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

  /// scipy.signal.spectrogram(x, 10, window="hann", nperseg=6, noverlap=3, detrend="linear",
  /// scaling="spectrum", mode=mode, nfft=8 or, with return_onesided=False, 7), SciPy 1.17.1.
  private static Spectrogram spectrogram(SpectrogramMode mode, Sides sides) {
    return new Spectrogram(
        Window.CosineSum.HANN,
        new Segments(6, 3, sides == Sides.ONE_SIDED ? 8 : 7),
        Trend.LINEAR,
        Scaling.SPECTRUM,
        sides,
        mode,
        10);
  }

  @Test
  void theTransformItselfIsScipys() {
    assertThat(
            spectrogram(SpectrogramMode.COMPLEX, Sides.TWO_SIDED)
                .estimate(SignalPattern.pinned(12)))
        .containsExactly(
            new double[] {
              0.26428571428571423,
              0.0,
              -0.9928571428571434,
              -0.0,
              0.5261904761904754,
              0.0,
              0.013778301729818306,
              -0.16799690083043542,
              0.7078796235986257,
              0.15229253621849084,
              -0.0057829823625736845,
              -0.6908394554576666,
              0.9151058105131177,
              -0.05597459152119243,
              -0.43709924696132674,
              0.9067433240361611,
              -1.5471390214734395,
              -0.13957226799704064,
              -1.061026969385793,
              -1.6297893516831699,
              0.22564819479127274,
              -1.9405321935991326,
              1.2898267657407754,
              2.8452927765600275,
              -1.061026969385793,
              1.6297893516831699,
              0.22564819479127274,
              1.9405321935991326,
              1.2898267657407754,
              -2.8452927765600275,
              0.9151058105131177,
              0.05597459152119243,
              -0.43709924696132674,
              -0.9067433240361611,
              -1.5471390214734395,
              0.13957226799704064,
              0.013778301729818306,
              0.16799690083043542,
              0.7078796235986257,
              -0.15229253621849084,
              -0.0057829823625736845,
              0.6908394554576666
            },
            within(1e-12));
  }

  @Test
  void itsMagnitudeIsScipys() {
    assertThat(
            spectrogram(SpectrogramMode.MAGNITUDE, Sides.TWO_SIDED)
                .estimate(SignalPattern.pinned(12)))
        .containsExactly(
            new double[] {
              0.26428571428571423,
              0.9928571428571434,
              0.5261904761904754,
              0.16856096905033818,
              0.7240763620599641,
              0.6908636595610245,
              0.9168161207847701,
              1.0065978379563039,
              1.5534218904597774,
              1.9447343162046191,
              1.9536075097642367,
              3.123994889555036,
              1.9447343162046191,
              1.9536075097642367,
              3.123994889555036,
              0.9168161207847701,
              1.0065978379563039,
              1.5534218904597774,
              0.16856096905033818,
              0.7240763620599641,
              0.6908636595610245
            },
            within(1e-12));
  }

  @Test
  void itsAngleIsScipys() {
    assertThat(
            spectrogram(SpectrogramMode.ANGLE, Sides.ONE_SIDED).estimate(SignalPattern.pinned(12)))
        .containsExactly(
            new double[] {
              0.0,
              3.141592653589793,
              0.0,
              -1.1650503230730178,
              0.6529777664563283,
              -1.396170749165032,
              0.4988059473439198,
              3.0467922026658703,
              -2.630487301722529,
              -1.3854571371199684,
              -0.18932741641769082,
              1.9777638949428746,
              3.141592653589793,
              3.141592653589793,
              0.0
            },
            within(1e-12));
  }

  @Test
  void itsUnwrappedPhaseIsScipys() {
    assertThat(
            spectrogram(SpectrogramMode.PHASE, Sides.ONE_SIDED).estimate(SignalPattern.pinned(12)))
        .containsExactly(
            new double[] {
              0.0,
              3.141592653589793,
              0.0,
              -1.1650503230730178,
              0.6529777664563283,
              -1.396170749165032,
              0.4988059473439198,
              3.0467922026658703,
              -2.630487301722529,
              -1.3854571371199684,
              6.093857890761895,
              -4.305421412236711,
              -3.141592653589793,
              3.141592653589793,
              -6.283185307179586
            },
            within(1e-12));
  }
}
