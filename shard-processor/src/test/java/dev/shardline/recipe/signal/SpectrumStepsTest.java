package dev.shardline.recipe.signal;

import static dev.shardline.recipe.signal.Steps.item;
import static dev.shardline.recipe.signal.Steps.recording;
import static dev.shardline.recipe.signal.Steps.run;
import static dev.shardline.recipe.signal.Steps.step;
import static dev.shardline.recipe.signal.Steps.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Recipe;
import dev.shardline.recipe.RecipeStep;
import dev.shardline.recipe.Transform;
import dev.shardline.signal.SignalPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpectrumStepsTest {
  private static final Item SINES =
      item(recording(256, SignalPattern.sine(5120, 10, 256), SignalPattern.sine(5120, 20, 256)));

  @Test
  void welchPutsASinesPowerWhereItsFrequencyIs() throws Exception {
    Item psd =
        run(
            SINES,
            step("welch-psd", Map.of("segment-seconds", 4)),
            step("spectrum-to-tensor", Map.of("from-hz", 5, "to-hz", 30)));

    assertThat(tensor(psd).shape()).containsExactly(2, 101);
    float[] power = tensor(psd).toFloats();
    assertThat(power[20]).isGreaterThan(100 * power[30]);
    assertThat(power[101 + 60]).isGreaterThan(100 * power[101 + 50]);
    assertThat(psd.recorded())
        .containsEntry("frequency-from-hz", 5.0)
        .containsEntry("frequency-step-hz", 0.25)
        .containsEntry("power-units", List.of("µV²/Hz", "µV²/Hz"));
  }

  @Test
  void bandPowersSumToTheSinesMeanSquare() throws Exception {
    Item bands =
        run(
            SINES,
            step("welch-psd", Map.of("segment-points", 1024)),
            step(
                "band-power",
                Map.of(
                    "bands",
                    Map.of("beta", List.of(16, 30), "alpha", List.of(8, 12)),
                    "measure",
                    "both")));

    assertThat(tensor(bands).shape()).containsExactly(2, 4);
    assertThat(bands.recorded())
        .containsEntry("features", List.of("alpha", "beta", "alpha-relative", "beta-relative"))
        .containsEntry("feature-units", List.of("µV²", "µV²", "1", "1"));
    float[] values = tensor(bands).toFloats();
    assertThat(values[0]).isCloseTo(0.5f, offset(0.06f));
    assertThat(values[2]).isCloseTo(1, offset(0.01f));
    assertThat(values[5]).isCloseTo(0.5f, offset(0.06f));
    assertThat(values[7]).isCloseTo(1, offset(0.01f));
  }

  @Test
  void multitaperAndWelchAgreeOnThePower() throws Exception {
    Item bands =
        run(
            SINES,
            step("multitaper-psd", Map.of("normalization", "full", "bandwidth-hz", 2)),
            step("band-power", Map.of("bands", Map.of("alpha", List.of(8, 12)))));

    assertThat(tensor(bands).toFloats()[0]).isCloseTo(0.5f, offset(0.02f));
  }

  @Test
  void edgesAndWaveformsAreMeasured() throws Exception {
    Item edges =
        run(SINES, step("welch-psd"), step("spectral-edge", Map.of("shares", List.of(0.9))));
    Item shape =
        run(
            SINES,
            step("waveform-features", Map.of("features", List.of("rms", "hjorth-complexity"))));

    assertThat(tensor(edges).toFloats()).containsExactly(new float[] {11, 21}, offset(1f));
    assertThat(edges.recorded()).containsEntry("feature-units", List.of("Hz"));
    assertThat(tensor(shape).toFloats()[0]).isCloseTo((float) Math.sqrt(0.5), offset(1e-4f));
    assertThat(tensor(shape).toFloats()[1]).isCloseTo(1, offset(1e-2f));
    assertThat(shape.recorded()).containsEntry("feature-units", List.of("µV", "1"));
  }

  @Test
  void aRecipeThatCutsATwoSidedSpectrumIsRefusedBeforeAnythingIsRead() {
    Transform both = step("welch-psd", Map.of("segment-points", 64, "sides", "two-sided"));
    Transform cut = step("spectrum-to-tensor", Map.of("from-hz", 5));
    assertThatThrownBy(() -> recipe(both, cut))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("spectrum-to-tensor")
        .hasMessageContaining("cannot follow step 2")
        .hasMessageContaining("leave out `from-hz` and `to-hz`");
    assertThat(recipe(both, step("spectrum-to-tensor")).outputs()).hasSize(1);
    assertThat(recipe(step("welch-psd", Map.of("segment-points", 64)), cut).outputs()).hasSize(1);
  }

  private static Recipe recipe(Transform... afterDecoding) {
    List<RecipeStep> steps = new ArrayList<>();
    steps.add(place(1, step("decode-recording")));
    for (Transform transform : afterDecoding) {
      steps.add(place(steps.size() + 1, transform));
    }
    return Recipe.of(0, steps);
  }

  private static RecipeStep place(int position, Transform transform) {
    return new RecipeStep(position, JsonNodeFactory.instance.objectNode(), "1", transform);
  }

  @Test
  void twoSidesShareThePowerThatOneSideShows() throws Exception {
    Map<String, Object> segments = Map.of("segment-points", 1024);
    Map<String, Object> both = Map.of("segment-points", 1024, "sides", "two-sided");
    Item one = run(SINES, step("welch-psd", segments), step("spectrum-to-tensor"));
    Item two = run(SINES, step("welch-psd", both), step("spectrum-to-tensor"));

    assertThat(tensor(two).shape()).containsExactly(2, 1024);
    assertThat(one.recorded()).containsEntry("sides", "one-sided");
    assertThat(two.recorded()).containsEntry("sides", "two-sided");
    float[] oneSide = tensor(one).toFloats();
    float[] sides = tensor(two).toFloats();
    for (int k = 1; k < 512; k++) {
      float allowed = 1e-4f * oneSide[k] + 1e-12f;
      assertThat(sides[k]).isEqualTo(sides[1024 - k]);
      assertThat(2 * sides[k]).isCloseTo(oneSide[k], offset(allowed));
    }
    Map<String, Object> bands = Map.of("bands", Map.of("alpha", List.of(8, 12)));
    assertThat(tensor(run(SINES, step("welch-psd", both), step("band-power", bands))).toFloats()[0])
        .isCloseTo(0.5f, offset(0.06f));
    assertThatThrownBy(() ->
            run(SINES, step("welch-psd", both), step("spectrum-to-tensor", Map.of("to-hz", 9))))
        .hasMessageContaining("taken whole");
  }

  @Test
  void complexSpectrogramHasRealAndImaginaryPartsLast() throws Exception {
    Item complex = run(SINES, step("spectrogram", Map.of("segment-seconds", 1, "mode", "complex")));
    Item magnitude =
        run(SINES, step("spectrogram", Map.of("segment-seconds", 1, "mode", "magnitude")));

    assertThat(tensor(complex).shape()).containsExactly(2, 129, 39, 2);
    assertThat(complex.recorded()).containsEntry("power-units", List.of("µV/√Hz", "µV/√Hz"));
    float[] parts = tensor(complex).toFloats();
    float[] sizes = tensor(magnitude).toFloats();
    int peak = 10 * 39 + 20;
    assertThat((float) Math.hypot(parts[2 * peak], parts[2 * peak + 1]))
        .isCloseTo(sizes[peak], offset(1e-5f * sizes[peak]));
    Item angle = run(SINES, step("spectrogram", Map.of("segment-points", 64, "mode", "angle")));
    assertThat(angle.recorded()).containsEntry("power-units", List.of("rad", "rad"));
  }

  @Test
  void spectrogramHasChannelFrequencyAndTime() throws Exception {
    Item item = run(SINES, step("spectrogram", Map.of("segment-seconds", 1)));

    assertThat(tensor(item).shape()).containsExactly(2, 129, 39);
    assertThat(item.recorded())
        .containsEntry("frequency-step-hz", 1.0)
        .containsEntry("time-from-seconds", 0.5)
        .containsEntry("time-step-seconds", 0.5);
    float[] power = tensor(item).toFloats();
    assertThat(power[10 * 39 + 20]).isGreaterThan(100 * power[30 * 39 + 20]);
  }

  @Test
  void shorterRecordingThanASegmentIsOneSegment() throws Exception {
    Item psd =
        run(SINES, step("welch-psd", Map.of("segment-seconds", 60)), step("spectrum-to-tensor"));

    assertThat(tensor(psd).shape()).containsExactly(2, 2561);
  }

  @Test
  void argumentsThatDoNotFitTogetherAreRefused() {
    assertThatThrownBy(() -> step("welch-psd", Map.of("segment-seconds", 1, "segment-points", 100)))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> step("welch-psd", Map.of("window", "hanning")))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> step("band-power", Map.of("bands", Map.of("x", List.of(5, 4)))))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(
            () -> run(SINES, step("welch-psd"), step("spectrum-to-tensor", Map.of("from-hz", 500))))
        .hasMessageContaining("No frequency lies from 500.0");
  }
}
