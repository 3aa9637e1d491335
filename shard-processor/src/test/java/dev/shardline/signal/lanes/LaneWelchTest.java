package dev.shardline.signal.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.signal.SignalPattern;
import dev.shardline.signal.spectrum.Average;
import dev.shardline.signal.spectrum.Scaling;
import dev.shardline.signal.spectrum.Segments;
import dev.shardline.signal.spectrum.Sides;
import dev.shardline.signal.spectrum.Trend;
import dev.shardline.signal.spectrum.Welch;
import dev.shardline.signal.spectrum.WelchSettings;
import dev.shardline.signal.window.Window;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneWelchTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1024, 512, 1024, 40000",
    "3, 640, 320, 640, 9600",
    "20, 1000, 250, 1000, 12000",
    "32, 256, 0, 512, 5000",
    "5, 255, 100, 512, 5000",
    "16, 360, 180, 360, 3600",
    "7, 100, 50, 100, 1030",
    "2, 1440, 720, 1440, 30000",
    "33, 250, 125, 250, 1000",
    "9, 64, 60, 96, 900",
    "4, 30, 15, 30, 400",
    "3, 512, 256, 512, 5000",
    "1, 2048, 1024, 2048, 9000",
    "1, 8, 4, 8, 1000",
    "2, 2, 1, 2, 50"
  })
  void everyShapeAgreesWithDoublePrecision(
      int channels, int length, int overlap, int fftLength, int timePoints) {
    WelchSettings settings = settings(new Segments(length, overlap, fftLength));
    float[][] signals = signals(channels, timePoints, 100);
    float[][] estimates = new LaneWelch(settings, 256).estimate(signals);
    Welch reference = new Welch(settings, 256, timePoints);
    for (int channel = 0; channel < channels; channel++) {
      double[] expected = reference.estimate(widened(signals[channel]));
      for (int bin = 0; bin < expected.length; bin++) {
        assertThat((double) estimates[channel][bin])
            .isBetween(expected[bin] * (1 - 1e-4), expected[bin] * (1 + 1e-4));
      }
    }
  }

  @Test
  void aChannelsEstimateDoesNotDependOnItsNeighbours() {
    float[][] signals = signals(32, 6000, 0);
    signals[5][100] = Float.NaN;
    LaneWelch welch = new LaneWelch(WelchSettings.ofSegmentLength(256), 256);
    float[][] before = welch.estimate(signals);
    signals[5][100] = 0;
    float[][] after = welch.estimate(signals);
    assertThat(before[5][3]).isNaN();
    assertThat(after[5][3]).isNotNaN();
    for (int channel = 0; channel < 32; channel++) {
      assertThat(channel == 5 || Arrays.equals(before[channel], after[channel])).isTrue();
    }
  }

  /// Seven segments in eight stretches, and time points that no segment has.
  @Test
  void timePointsBehindTheLastSegmentDoNotMatter() {
    float[][] signals = signals(2, 1100, 0);
    LaneWelch welch = new LaneWelch(WelchSettings.ofSegmentLength(256), 256);
    float[][] before = welch.estimate(signals);
    Arrays.fill(signals[1], 1024, 1100, Float.NaN);
    assertThat(welch.estimate(signals)).isDeepEqualTo(before);
  }

  /// Must hold on every processor, whatever its vectors: the bits are part of what shards contain.
  @ParameterizedTest
  @CsvSource({"1024, 32, 562766734", "1000, 3, -1181655080"})
  void theBitsAreTheSameEverywhere(int length, int channels, int expected) {
    float[][] signals = new float[channels][20_000];
    for (int channel = 0; channel < channels; channel++) {
      for (int i = 0; i < signals[channel].length; i++) {
        signals[channel][i] = (i * (7 + channel) + i / 13 * 5) % 101 - 50;
      }
    }
    float[][] estimates =
        new LaneWelch(WelchSettings.ofSegmentLength(length), 256).estimate(signals);
    assertThat(Arrays.deepHashCode(estimates)).isEqualTo(expected);
  }

  @Test
  void whatTheLanesCannotDoIsRefused() {
    assertThat(LaneWelch.suits(WelchSettings.ofSegmentLength(1024))).isTrue();
    assertThat(LaneWelch.suits(WelchSettings.ofSegmentLength(1022))).isFalse();
    assertThat(LaneWelch.suits(WelchSettings.ofSegmentLength(255))).isFalse();
    assertThatThrownBy(() -> new LaneWelch(WelchSettings.ofSegmentLength(255), 256))
        .hasMessageContaining("double precision");
    assertThatThrownBy(() ->
            new LaneWelch(WelchSettings.ofSegmentLength(256), 256).estimate(new float[2][255]))
        .hasMessageContaining("no segment of 256");
  }

  private static WelchSettings settings(Segments segments) {
    return new WelchSettings(
        Window.CosineSum.HANN,
        segments,
        Trend.CONSTANT,
        Sides.ONE_SIDED,
        Scaling.DENSITY,
        Average.MEAN);
  }

  private static float[][] signals(int channels, int timePoints, double offset) {
    float[][] signals = new float[channels][timePoints];
    for (int channel = 0; channel < channels; channel++) {
      double[] walk = SignalPattern.walk(timePoints + 1, channel);
      for (int i = 0; i < timePoints; i++) {
        signals[channel][i] = (float) (walk[i + 1] - 0.98 * walk[i] + offset);
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
