package dev.shardline.recipe.signal;

import static dev.shardline.recipe.signal.Steps.item;
import static dev.shardline.recipe.signal.Steps.recording;
import static dev.shardline.recipe.signal.Steps.run;
import static dev.shardline.recipe.signal.Steps.runAll;
import static dev.shardline.recipe.signal.Steps.step;
import static dev.shardline.recipe.signal.Steps.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.signal.Steps.Outcome;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.Float64Traces;
import dev.shardline.signal.Recording;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.SignalPattern;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalStepsTest {
  private static Item sines(int points, double hertz) {
    return item(
        recording(
            hertz,
            SignalPattern.sine(points, 10, hertz),
            SignalPattern.sine(points, 3, hertz),
            SignalPattern.walk(points, 5)));
  }

  private static Item inDoubles(Item item) {
    Recording recording = recording(item);
    double[][] rows = {
      recording.traces().doubles(0), recording.traces().doubles(1), recording.traces().doubles(2)
    };
    return item.withData(recording.withTraces(new Float64Traces(rows)));
  }

  @Test
  void theUsualEpochRecipeGivesFloatTensorsWithWhatTheyAre() throws Exception {
    Outcome outcome =
        runAll(
            sines(2560, 256),
            step("pick-channels", Map.of("channels", List.of("c2", "c0"))),
            step("re-reference", Map.of()),
            step("butterworth", Map.of("low-hz", 0.5, "high-hz", 40)),
            step("resample-recording", Map.of("rate-hz", 100)),
            step("fixed-windows", Map.of("seconds", 2, "overlap-seconds", 1)),
            step("scale-recording"),
            step("recording-to-tensor"));

    assertThat(outcome.items()).hasSize(9);
    Item window = outcome.items().get(3);
    assertThat(tensor(window).shape()).containsExactly(2, 200);
    assertThat(window.recorded())
        .containsEntry("window", 3)
        .containsEntry("onset-seconds", 3.0)
        .containsEntry("duration-seconds", 2.0)
        .containsEntry("sampling-rate-hz", 100.0)
        .containsEntry("signal-channels", List.of("c2", "c0"))
        .containsEntry("units", List.of("", ""));
    assertMeanZeroDeviationOne(tensor(window).toFloats(), 200);
  }

  private static void assertMeanZeroDeviationOne(float[] values, int length) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < length; i++) {
      sum += values[i];
      squares += values[i] * values[i];
    }
    assertThat(sum / length).isCloseTo(0, offset(1e-5));
    assertThat(squares / length).isCloseTo(1, offset(1e-5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"butterworth", "fir-filter"})
  void bothPrecisionsGiveTheSameSignalUpToRounding(String filter) throws Exception {
    Item floats = sines(2000, 200);
    Map<String, Integer> band = Map.of("low-hz", 5, "high-hz", 20);

    Recording single =
        recording(
            run(floats, step(filter, band), step("resample-recording", Map.of("rate-hz", 125))));
    Recording twice =
        recording(
            run(
                inDoubles(floats),
                step(filter, band),
                step("resample-recording", Map.of("rate-hz", 125))));

    for (int channel = 0; channel < 3; channel++) {
      assertThat(single.traces().doubles(channel))
          .containsExactly(twice.traces().doubles(channel), offset(2e-4));
    }
  }

  @Test
  void bandStopAndNotchTakeOutWhatTheyAreToldTo() throws Exception {
    Item item = sines(4000, 200);
    Recording stopped =
        recording(run(item, step("butterworth", Map.of("low-hz", 8, "high-hz", 12, "stop", true))));
    Recording notched =
        recording(
            run(item, step("notch", Map.of("frequencies-hz", List.of(10, 3), "phase", "causal"))));

    assertThat(stopped.traces().floats(0)[2000]).isCloseTo(0, offset(0.05f));
    assertThat(stopped.traces().floats(1)[2000])
        .isCloseTo(recording(item).traces().floats(1)[2000], offset(0.05f));
    assertThat(notched.traces().floats(1)[3990]).isCloseTo(0, offset(0.1f));
  }

  @Test
  void windowsThatTouchBadStretchesAreLeftOut() throws Exception {
    Recording marked =
        recording(sines(1000, 100))
            .withAnnotations(
                List.of(new Annotation(2.5, 1, "bad: movement"), new Annotation(7, 1, "T1")));

    Outcome outcome =
        runAll(item(marked), step("fixed-windows", Map.of("seconds", 1, "last", "align")));

    assertThat(outcome.drops()).containsExactly("excluded-span", "excluded-span");
    assertThat(outcome.items())
        .extracting(window -> window.recorded().get("window"))
        .containsExactly(0, 1, 4, 5, 6, 7, 8, 9);
    assertThat(recording(outcome.items().get(5)).annotations())
        .containsExactly(new Annotation(0, 1, "T1"));
  }

  @Test
  void missingSignalChannelsAreRefusedSkippedOrZero() throws Exception {
    Item item = sines(10, 10);
    List<String> wanted = List.of("c1", "Pz");

    assertThatThrownBy(() -> run(item, step("pick-channels", Map.of("channels", wanted))))
        .hasMessage("signal channels: expected [Pz], found [c0, c1, c2]");
    Recording skipped =
        recording(run(item, step("pick-channels", Map.of("channels", wanted, "missing", "skip"))));
    Recording zeroed =
        recording(run(item, step("pick-channels", Map.of("channels", wanted, "missing", "zero"))));
    assertThat(skipped.channels()).extracting(SignalChannel::label).containsExactly("c1");
    assertThat(zeroed.channels()).extracting(SignalChannel::label).containsExactly("c1", "Pz");
    assertThat(zeroed.traces().floats(1)).containsOnly(0);
  }

  @Test
  void labelsAreSpelledAsTheTenTwentySystemDoes() throws Exception {
    Item item = sines(10, 10);
    Recording renamed =
        recording(
            run(
                item,
                step("rename-channels", Map.of("names", Map.of("c0", "EEG fc5-Ref", "c1", "FPZ."))),
                step("rename-channels", Map.of("standard", true))));

    assertThat(renamed.channels())
        .extracting(SignalChannel::label)
        .containsExactly("FC5", "Fpz", "C2");
    assertThatThrownBy(
            () -> run(item, step("rename-channels", Map.of("names", Map.of("c0", "c1")))))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("Two signal channels are named 'c1'");
  }

  @Test
  void unitsAreConverted() throws Exception {
    Recording volts = recording(run(sines(10, 10), step("convert-units", Map.of("to", "V"))));

    assertThat(volts.channels().getFirst().unit().symbol()).isEqualTo("V");
    assertThat(volts.traces().floats(2)[3])
        .isEqualTo((float) (recording(sines(10, 10)).traces().floats(2)[3] * 1e-6));
    assertThatThrownBy(() -> run(sines(10, 10), step("convert-units", Map.of("to", "g"))))
        .isInstanceOfSatisfying(
            MalformedDataException.class, e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_KIND));
  }

  @Test
  void recordingThatDoesNotSuitAStepIsQuarantinedWithWhatItIs() {
    assertThatThrownBy(() -> run(sines(12, 100), step("butterworth", Map.of("low-hz", 1))))
        .isInstanceOfSatisfying(
            MalformedDataException.class, e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_KIND))
        .hasMessageContaining("too short")
        .hasMessageContaining("3 signal channels × 12 time points at 100 Hz");
    assertThatThrownBy(() -> run(sines(200, 100), step("butterworth", Map.of("high-hz", 60))))
        .hasMessageContaining("half the sampling rate");
    assertThatThrownBy(() -> run(sines(200, 10), step("resample-recording", Map.of("rate-hz", 50))))
        .hasMessageContaining("raise largest-growth");
  }

  @Test
  void exponentialScalingRobustScalingDetrendingAndClippingWork() throws Exception {
    Item item = sines(1000, 100);
    assertThat(recording(run(item, step("scale-recording", Map.of("method", "robust")))).channels())
        .allMatch(channel -> !channel.unit().isStated());
    Recording moving =
        recording(
            run(
                item,
                step(
                    "scale-recording",
                    Map.of("method", "exponential-moving", "initial-seconds", 1)),
                step("clip-recording", Map.of("limit", 2))));
    assertThat(moving.traces().floats(2)[999]).isBetween(-2f, 2f);
    Recording level = recording(run(item, step("detrend", Map.of("trend", "constant"))));
    double sum = 0;
    for (double value : level.traces().doubles(2)) {
      sum += value;
    }
    assertThat(sum / 1000).isCloseTo(0, offset(1e-5));
  }

  @Test
  void argumentsThatDoNotFitTogetherAreRefused() {
    assertThatThrownBy(() -> step("butterworth"))
        .isInstanceOf(UsageException.class)
        .hasMessage("`butterworth` needs `low-hz`, `high-hz` or both, and both for `stop`");
    assertThatThrownBy(() -> step("fir-filter", Map.of("low-hz", 40, "high-hz", 1)))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> step("fixed-windows", Map.of("seconds", 1, "overlap-seconds", 1)))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> step("fixed-windows", Map.of("seconds", 1, "exclude", List.of("["))))
        .isInstanceOf(UsageException.class);
  }
}
