package dev.shardline.signal.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.signal.SignalPattern;
import dev.shardline.signal.filter.Band;
import dev.shardline.signal.filter.Butterworth;
import dev.shardline.signal.filter.SecondOrderSections;
import dev.shardline.signal.filter.SectionFilter;
import dev.shardline.signal.resample.Background;
import dev.shardline.signal.resample.PolyphaseResampler;
import dev.shardline.signal.resample.RateRatio;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaneFilterTest {
  private static final SecondOrderSections SECTIONS =
      Butterworth.design(4, new Band.BandPass(0.5, 40), 256);

  @ParameterizedTest
  @CsvSource({"1, 28", "5, 500", "16, 96", "20, 97", "33, 1000"})
  void filteredSignalsAgreeWithDoublePrecision(int channels, int timePoints) {
    float[][] signals = signals(channels, timePoints);
    SectionFilter reference = new SectionFilter(SECTIONS);
    LaneSectionFilter filter = new LaneSectionFilter(SECTIONS);
    assertAgrees(filter.causal(signals), signals, reference::causal);
    assertAgrees(filter.zeroPhase(signals), signals, reference::zeroPhase);
  }

  /// A band-pass of odd order has a section with one zero at each end of the axis, which is none of
  /// the quicker ones.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void filtersOfAnyNumeratorsAgreeWithDoublePrecision(int order) {
    SecondOrderSections design = Butterworth.design(order, new Band.BandPass(1, 40), 256);
    float[][] signals = signals(17, 700);
    assertAgrees(
        new LaneSectionFilter(design).zeroPhase(signals),
        signals,
        new SectionFilter(design)::zeroPhase);
  }

  /// Zeros that are dealt out anew, and poles too near to 1 for that.
  @ParameterizedTest
  @CsvSource({
    "0.5, 40, 256, true",
    "0.1, 100, 1000, true",
    "8, 12, 256, true",
    "0.002, 100, 1000, false"
  })
  void bandPassesOfFourSectionsAgreeWithDoublePrecision(
      double low, double high, double rate, boolean shared) {
    SecondOrderSections design = Butterworth.design(4, new Band.BandPass(low, high), rate);
    assertThat(LaneCascade.of(design) instanceof BandCascade).isEqualTo(shared);
    float[][] signals = signals(17, 3000);
    SectionFilter reference = new SectionFilter(design);
    LaneSectionFilter filter = new LaneSectionFilter(design);
    assertAgrees(filter.causal(signals), signals, reference::causal);
    assertAgrees(filter.zeroPhase(signals), signals, reference::zeroPhase);
  }

  @Test
  void onlyBandPassesShareZeros() {
    for (Band band : List.of(new Band.LowPass(40), new Band.HighPass(1))) {
      SecondOrderSections design = Butterworth.design(8, band, 256);
      assertThat(LaneCascade.of(design)).isInstanceOf(SectionCascade.class);
      float[][] signals = signals(3, 300);
      assertAgrees(
          new LaneSectionFilter(design).zeroPhase(signals),
          signals,
          new SectionFilter(design)::zeroPhase);
    }
  }

  @Test
  void unitNumeratorsGiveTheBitsOfAny() {
    double[] row = {1, -2, 1, 1, -1.99, 0.9908};
    double[] expected = SignalPattern.walk(16 * 50, 3);
    double[] actual = expected.clone();
    double[] expectedState = SignalPattern.walk(32, 4);
    double[] actualState = expectedState.clone();
    assertThat(LaneSection.of(row, 0)).isInstanceOf(UnitSection.class);
    new GeneralSection(row, 0).run(expected, 49 * 16, 50, -16, expectedState, 0);
    LaneSection.of(row, 0).run(actual, 49 * 16, 50, -16, actualState, 0);
    assertThat(actual).isEqualTo(expected);
    assertThat(actualState).isEqualTo(expectedState);
  }

  @ParameterizedTest
  @EnumSource(Background.class)
  void resampledSignalsAgreeWithDoublePrecision(Background background) {
    for (RateRatio ratio :
        new RateRatio[] {
          new RateRatio(25, 64), new RateRatio(3, 2), new RateRatio(1, 10), new RateRatio(147, 160)
        }) {
      PolyphaseResampler reference = new PolyphaseResampler(ratio, background);
      LaneResampler resampler = new LaneResampler(ratio, background);
      for (int timePoints : new int[] {1, 60, 3000}) {
        float[][] signals = signals(17, timePoints);
        assertAgrees(resampler.resample(signals), signals, reference::resample);
      }
    }
  }

  /// Must hold on every processor, whatever its vectors: the bits are part of what shards contain.
  @Test
  void theBitsAreTheSameEverywhere() {
    float[][] signals = new float[20][3000];
    for (int channel = 0; channel < signals.length; channel++) {
      for (int i = 0; i < signals[channel].length; i++) {
        signals[channel][i] = (i * (7 + channel) + i / 13 * 5) % 101 - 40;
      }
    }
    float[][] filtered = new LaneSectionFilter(SECTIONS).zeroPhase(signals);
    assertThat(Arrays.deepHashCode(filtered)).isEqualTo(34237074);
    float[][] resampled =
        new LaneResampler(new RateRatio(25, 64), Background.ZERO).resample(filtered);
    assertThat(Arrays.deepHashCode(resampled)).isEqualTo(-1892321853);
    RowMoments moments = new RowMoments();
    double mean = moments.mean(resampled[7], 10, 1001);
    assertThat(mean).isEqualTo(0.5034863183667491);
    assertThat(moments.meanSquare(resampled[7], 10, 1001, (float) mean))
        .isEqualTo(340.83283896388315);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 16, 513, 5000})
  void momentsAgreeWithDoublePrecision(int count) {
    float[] values = signals(1, count + 3)[0];
    double sum = 0;
    double squares = 0;
    for (int i = 3; i < count + 3; i++) {
      sum += values[i];
      squares += (values[i] - 2.0) * (values[i] - 2.0);
    }
    RowMoments moments = new RowMoments();
    assertThat(moments.mean(values, 3, count)).isCloseTo(sum / count, offset(sum / count));
    assertThat(moments.meanSquare(values, 3, count, 2))
        .isCloseTo(squares / count, offset(squares / count));
  }

  private static Offset<Double> offset(double value) {
    return within(1e-6 * Math.abs(value) + 1e-6);
  }

  @Test
  void noSignalsGiveNone() {
    assertThat(new LaneSectionFilter(SECTIONS).zeroPhase(new float[0][])).isEmpty();
    assertThat(new LaneResampler(new RateRatio(1, 2), Background.ZERO).resample(new float[0][]))
        .isEmpty();
  }

  @Test
  void signalsShorterThanTheExtensionAreRefused() {
    assertThatThrownBy(() -> new LaneSectionFilter(SECTIONS).zeroPhase(new float[2][27]))
        .hasMessage("Signals of 27 time points are too short to be extended by 27 at each end");
  }

  private static void assertAgrees(
      float[][] actual, float[][] signals, UnaryOperator<double[]> reference) {
    for (int channel = 0; channel < signals.length; channel++) {
      double[] expected = reference.apply(widened(signals[channel]));
      double peak = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
      assertThat(actual[channel]).hasSameSizeAs(expected);
      for (int i = 0; i < expected.length; i++) {
        double difference = Math.abs(actual[channel][i] - expected[i]);
        assertThat(difference <= 1e-6 * peak).as("channel %d at %d", channel, i).isTrue();
      }
    }
  }

  private static float[][] signals(int channels, int timePoints) {
    float[][] signals = new float[channels][timePoints];
    for (int channel = 0; channel < channels; channel++) {
      double[] walk = SignalPattern.walk(timePoints, channel);
      for (int i = 0; i < timePoints; i++) {
        signals[channel][i] = (float) (walk[i] + 50);
      }
    }
    return signals;
  }

  private static double[] widened(float[] signal) {
    double[] widened = new double[signal.length];
    for (int i = 0; i < widened.length; i++) {
      widened[i] = signal[i];
    }
    return widened;
  }
}
