package dev.shardline.recipe.signal;

import static dev.shardline.recipe.signal.Steps.item;
import static dev.shardline.recipe.signal.Steps.recording;
import static dev.shardline.recipe.signal.Steps.runAll;
import static dev.shardline.recipe.signal.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.data.Tensor;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.signal.Steps.Outcome;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.SignalPattern;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LabelStepsTest {
  private static final Map<String, String> HANDS = Map.of("T1", "left", "T2", "right");

  private static Item marked(Annotation... annotations) {
    return item(
        recording(100, SignalPattern.walk(2000, 1), SignalPattern.walk(2000, 2))
            .withAnnotations(List.of(annotations)));
  }

  @Test
  void windowsAroundEventsAreExamplesOfTheirEvents() throws Exception {
    Outcome outcome =
        runAll(
            marked(
                new Annotation(0, 4, "T0"),
                new Annotation(4, 4, "T2"),
                new Annotation(8, 4, "T1"),
                new Annotation(19, 1, "T1")),
            step("event-windows", Map.of("labels", HANDS, "from-seconds", -0.5, "to-seconds", 2)));

    assertThat(outcome.drops()).containsExactly("outside-recording");
    assertThat(outcome.items())
        .extracting(window -> window.sample().label())
        .containsExactly(new ClassLabel("right", 1), new ClassLabel("left", 0));
    Item first = outcome.items().getFirst();
    assertThat(recording(first).timePoints()).isEqualTo(250);
    assertThat(first.recorded())
        .containsEntry("event", "T2")
        .containsEntry("onset-seconds", 3.5)
        .containsEntry("sample-label", "x")
        .containsEntry("unmapped", List.of("T0"));
  }

  @Test
  void endMayBelongToTheWindowAsInMne() throws Exception {
    Outcome outcome =
        runAll(
            marked(new Annotation(4, 4, "T2")),
            step("event-windows", Map.of("labels", HANDS, "to-seconds", 2, "include-end", true)));

    assertThat(recording(outcome.items().getFirst()).timePoints()).isEqualTo(201);
  }

  @Test
  void eventsThatNobodyKnowsCanBeRefused() {
    assertThatThrownBy(() ->
            runAll(
                marked(new Annotation(0, 4, "T0")),
                step(
                    "event-windows",
                    Map.of("labels", HANDS, "to-seconds", 2, "unmapped", "refuse"))))
        .hasMessage("annotations: expected texts among [T1, T2], found [T0]");
  }

  @Test
  void eachWindowHasDenseLabelsAtItsEpoch() throws Exception {
    Outcome outcome =
        runAll(
            marked(new Annotation(0, 7, "T1"), new Annotation(7, 5, "T2")),
            step("fixed-windows", Map.of("seconds", 4)),
            step("label-epochs", Map.of("labels", HANDS, "seconds", 1)));

    assertThat(outcome.items())
        .extracting(LabelStepsTest::labels)
        .containsExactly(List.of(0L, 0L, 0L, 0L), List.of(0L, 0L, 0L, 1L), List.of(1L, 1L, 1L, 1L));
    assertThat(outcome.drops()).containsExactly("unlabelled", "unlabelled");
    assertThat(outcome.items().getFirst().recorded())
        .containsEntry("classes", List.of("left", "right"));
  }

  private static List<Long> labels(Item item) {
    Tensor tensor = (Tensor) Objects.requireNonNull(item.companions().get("labels"));
    long[] labels = new long[tensor.shape()[0]];
    ByteBuffer.wrap(tensor.bytes()).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(labels);
    return Arrays.stream(labels).boxed().toList();
  }

  @Test
  void windowWithOneLabelIsAnExampleOfIt() throws Exception {
    Outcome outcome =
        runAll(
            marked(new Annotation(0, 7, "T2")),
            step("fixed-windows", Map.of("seconds", 5)),
            step("label-epochs", Map.of("labels", HANDS, "coverage", 0.3)));

    assertThat(outcome.items())
        .extracting(window -> window.sample().label().name())
        .containsExactly("right", "right");
  }

  @Test
  void artefactsAreRejectedByAmplitudeInAnyUnit() throws Exception {
    double[] quiet = SignalPattern.sine(1000, 10, 100);
    double[] noisy = quiet.clone();
    noisy[350] = 400;
    Arrays.fill(noisy, 500, 600, 0);

    Outcome outcome =
        runAll(
            item(recording(100, quiet, noisy)),
            step("fixed-windows", Map.of("seconds", 1)),
            step(
                "reject-artefacts",
                Map.of(
                    "peak-to-peak",
                    Map.of("eeg", 1e-4),
                    "flat",
                    Map.of("eeg", 1e-7),
                    "unit",
                    "V")));

    assertThat(outcome.drops()).containsExactly("peak-to-peak", "flat");
    assertThat(outcome.items()).hasSize(8);
    assertThatThrownBy(() -> step("reject-artefacts", Map.of("flat", Map.of("egg", 1))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("found \"egg\"");
  }

  @Test
  void stretchesOfForeignCovarianceAreMarkedAndLeftOut() throws Exception {
    double[] one = SignalPattern.sine(6000, 9.7, 100);
    double[] two = SignalPattern.sine(6000, 6.3, 100);
    double[] noise = SignalPattern.walk(6000, 3);
    for (int i = 0; i < 6000; i++) {
      one[i] += noise[i] - noise[Math.max(i - 1, 0)];
      two[i] += noise[5999 - i] - noise[Math.max(5998 - i, 0)];
    }
    for (int i = 3000; i < 3100; i++) {
      one[i] = 500 * noise[i];
    }

    Outcome outcome =
        runAll(
            item(recording(100, one, two)),
            step("mark-artefacts"),
            step("fixed-windows", Map.of("seconds", 1)));

    assertThat(outcome.items())
        .extracting(window -> window.recorded().get("window"))
        .doesNotContain(30)
        .hasSizeGreaterThan(50);
  }
}
