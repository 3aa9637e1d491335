package dev.shardline.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.failure.MalformedDataException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NonFiniteTest {
  private static final int POINTS = 1000;

  private static float[] row(int at, float value) {
    float[] row = new float[POINTS];
    row[1] = Float.MAX_VALUE;
    row[2] = -Float.MAX_VALUE;
    row[at] = value;
    return row;
  }

  private static Recording recording(Traces traces) {
    return Recording.of(
        List.of(new SignalChannel("Cz", SignalUnit.MICROVOLT, SignalType.EEG)),
        new SamplingRate(100),
        traces);
  }

  private static Recording recording(float[] row) {
    return recording(new Float32Traces(new float[][] {row}));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void whatIsNoNumberIsFoundWhereverItLies(float value) {
    for (int at = 0; at < POINTS; at++) {
      Recording broken = recording(row(at, value));
      assertThatThrownBy(() -> NonFinite.REFUSE.apply(broken))
          .isInstanceOf(MalformedDataException.class)
          .hasMessageContaining("'Cz' at " + at / 100.0 + " s");
    }
  }

  @Test
  void theLargestNumbersAreNumbers() throws Exception {
    Recording sound = recording(row(0, 0));
    assertThat(NonFinite.REFUSE.apply(sound)).isSameAs(sound);
    Recording wide = recording(new Float64Traces(new double[][] {{1e300, -Double.MAX_VALUE}}));
    assertThat(NonFinite.LINE.apply(wide)).isSameAs(wide);
  }

  @Test
  void runsAreFilledAndAnnotated() throws Exception {
    float[] row = row(500, Float.NaN);
    row[501] = Float.NEGATIVE_INFINITY;
    Recording filled = NonFinite.ZERO.apply(recording(row));
    assertThat(filled.traces().floats(0)).containsExactly(row(500, 0));
    assertThat(filled.annotations()).containsExactly(new Annotation(5, 5.02 - 5, NonFinite.TEXT));
  }
}
