package dev.shardline.signal.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.signal.resample.Background;
import dev.shardline.signal.resample.PolyphaseResampler;
import dev.shardline.signal.resample.RateRatio;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LaneResamplerTest {
  /// Whatever rest is left of the outputs that are summed together, and however many inputs the
  /// phases rest on.
  @Property(tries = 300)
  void resamplesAsTheResamplerInDoubleDoes(
      @ForAll @IntRange(min = 1, max = 30) int up,
      @ForAll @IntRange(min = 1, max = 30) int down,
      @ForAll @IntRange(min = 1, max = 700) int timePoints,
      @ForAll @IntRange(min = 1, max = 18) int signals,
      @ForAll Background background) {
    RateRatio ratio = new RateRatio(up, down);
    float[][] rows = new float[signals][timePoints];
    for (int signal = 0; signal < signals; signal++) {
      for (int i = 0; i < timePoints; i++) {
        rows[signal][i] = (float) (3 * Math.sin(0.05 * i * (signal + 1)) + signal);
      }
    }
    float[][] actual = new LaneResampler(ratio, background).resample(rows);
    for (int signal = 0; signal < signals; signal++) {
      double[] row = new double[timePoints];
      for (int i = 0; i < timePoints; i++) {
        row[i] = rows[signal][i];
      }
      double[] expected = new PolyphaseResampler(ratio, background).resample(row);
      assertThat(actual[signal]).hasSize(expected.length);
      for (int i = 0; i < expected.length; i++) {
        assertThat((double) actual[signal][i]).isCloseTo(expected[i], within(1e-4));
      }
    }
  }
}
