package dev.shardline.recipe.signal;

import static dev.shardline.recipe.signal.Steps.item;
import static dev.shardline.recipe.signal.Steps.recording;
import static dev.shardline.recipe.signal.Steps.run;
import static dev.shardline.recipe.signal.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.Item;
import dev.shardline.signal.Recording;
import dev.shardline.signal.SignalPattern;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RepairChannelsTest {
  private static final List<String> ELECTRODES =
      List.of("Fp1", "Fp2", "F3", "F4", "C3", "Cz", "C4", "P3", "P4", "O1", "O2", "T7", "T8");

  /// A field that grows from left to right by a sine over time: rows are named after electrodes.
  private static Item lateral(Map<String, double[]> replaced) throws Exception {
    double[] sine = SignalPattern.sine(200, 5, 100);
    Map<String, Double> right =
        Map.ofEntries(
            Map.entry("Fp1", -0.31),
            Map.entry("Fp2", 0.31),
            Map.entry("F3", -0.545),
            Map.entry("F4", 0.545),
            Map.entry("C3", -0.719),
            Map.entry("Cz", 0.0),
            Map.entry("C4", 0.719),
            Map.entry("P3", -0.545),
            Map.entry("P4", 0.545),
            Map.entry("O1", -0.309),
            Map.entry("O2", 0.309),
            Map.entry("T7", -1.0),
            Map.entry("T8", 1.0));
    double[][] rows = new double[ELECTRODES.size()][];
    Map<String, String> names = new TreeMap<>();
    for (int i = 0; i < rows.length; i++) {
      String label = ELECTRODES.get(i);
      double share = right.get(label);
      rows[i] = replaced.getOrDefault(label, Arrays.stream(sine).map(v -> share * v).toArray());
      names.put("c" + i, label);
    }
    return run(item(recording(100, rows)), step("rename-channels", Map.of("names", names)));
  }

  @Test
  void aSmoothFieldIsInterpolatedWhereAnElectrodeIsBad() throws Exception {
    Item item = lateral(Map.of("C4", SignalPattern.walk(200, 4)));

    Item repaired = run(item, step("repair-channels", Map.of("channels", List.of("C4", "Pz"))));

    Recording recording = recording(repaired);
    double[] expected = recording(lateral(Map.of())).traces().doubles(6);
    assertThat(recording.traces().doubles(6)).containsExactly(expected, offset(0.12));
    assertThat(recording.traces().floats(5)).isEqualTo(recording(item).traces().floats(5));
    assertThat(repaired.recorded()).containsEntry("bad-channels", List.of("C4"));
  }

  @Test
  void flatAndClippedSignalChannelsAreFound() throws Exception {
    double[] clipped = SignalPattern.sine(200, 3, 100);
    for (int i = 0; i < clipped.length; i++) {
      clipped[i] = Math.clamp(10 * clipped[i], -4, 4);
    }
    Item item =
        lateral(Map.of("O1", new double[200], "T8", clipped, "Cz", SignalPattern.walk(200, 1)));

    Item repaired =
        run(
            item,
            step(
                "repair-channels",
                Map.of("flat-below", 0.01, "clipped-share", 0.3, "with", "zero")));

    assertThat(repaired.recorded()).containsEntry("bad-channels", List.of("O1", "T8"));
    assertThat(recording(repaired).traces().floats(12)).containsOnly(0);
  }

  @Test
  void recordingsWithTooManyBadOrUnknownChannelsAreRefused() throws Exception {
    Item item = lateral(Map.of());

    assertThatThrownBy(
            () -> run(item, step("repair-channels", Map.of("channels", ELECTRODES.subList(0, 4)))))
        .isInstanceOfSatisfying(
            MalformedDataException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.CHECK_FAILED))
        .hasMessageContaining("[Fp1, Fp2, F3, F4]");
    assertThatThrownBy(() ->
            run(
                item(recording(100, new double[9], new double[9], new double[9], new double[9])),
                step("repair-channels", Map.of("channels", List.of("c0")))))
        .hasMessageContaining("'c0', whose place is not known");
  }

  @Test
  void soundRecordingsStayAsTheyAre() throws Exception {
    Item item = lateral(Map.of("Cz", SignalPattern.walk(200, 1)));

    Item same = run(item, step("repair-channels", Map.of("flat-below", 0.01)));

    assertThat(recording(same)).isSameAs(recording(item));
    assertThat(same.recorded()).doesNotContainKey("bad-channels");
  }
}
