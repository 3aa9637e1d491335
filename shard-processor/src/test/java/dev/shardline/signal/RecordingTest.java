package dev.shardline.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingTest {
  private static final SignalChannel C3 =
      new SignalChannel("C3", SignalUnit.MICROVOLT, SignalType.EEG);
  private static final SignalChannel C4 =
      new SignalChannel("C4", SignalUnit.MICROVOLT, SignalType.EEG);

  private static Recording twoChannels() {
    return Recording.of(
        List.of(C3, C4),
        new SamplingRate(2),
        new Float32Traces(new float[][] {{1, 2, 3, 4}, {5, 6, 7, 8}}));
  }

  @Test
  void rowsAreFoundByLabel() {
    assertThat(twoChannels().channelIndex("C4")).hasValue(1);
    assertThat(twoChannels().channelIndex("c4")).isEmpty();
  }

  @Test
  void repeatedLabelsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            Recording.of(
                List.of(C3, C3), new SamplingRate(1), new Float32Traces(new float[][] {{1}, {2}})))
        .withMessageContaining("'C3'");
  }

  @Test
  void rowsOfDifferentLengthAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Float64Traces(new double[][] {{1}, {1, 2}}));
  }

  @Test
  void spanKeepsWhatTouchesItInItsOwnTime() {
    Recording recording =
        twoChannels()
            .withStart(LocalDateTime.of(2020, 1, 1, 0, 0))
            .withAnnotations(
                List.of(
                    new Annotation(0, 0.5, "before"),
                    new Annotation(0, 1, "across"),
                    new Annotation(0.5, 0, "at the start"),
                    new Annotation(1.5, 0, "at the end")));

    Recording span = recording.span(1, 3);

    assertThat(span.traces().floats(0)).containsExactly(2, 3);
    assertThat(span.start()).hasValue(LocalDateTime.of(2020, 1, 1, 0, 0, 0, 500_000_000));
    assertThat(span.annotations())
        .containsExactly(new Annotation(-0.5, 1, "across"), new Annotation(0, 0, "at the start"));
  }

  @Test
  void memoryIsWhatTheValuesTake() {
    assertThat(twoChannels().memoryBytes()).isEqualTo(2 * 4 * 4);
  }

  @Test
  void widthsConvertWithOneRounding() {
    Traces doubles = new Float64Traces(new double[][] {{0.1, 2}});
    assertThat(doubles.floats(0)).containsExactly(0.1f, 2f);
    assertThat(new Float32Traces(new float[][] {{0.1f}}).doubles(0)).containsExactly(0.1f);
  }
}
