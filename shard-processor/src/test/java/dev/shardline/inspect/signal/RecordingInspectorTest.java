package dev.shardline.inspect.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.inspect.FactLines;
import dev.shardline.inspect.FilesInMemory;
import dev.shardline.inspect.Inspection;
import dev.shardline.signal.format.edf.EdfFile;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordingInspectorTest {
  private static final byte[] EDF =
      EdfFile.edf()
          .reserved("EDF+C")
          .track("C3", 100, IntStream.range(0, 1200).map(i -> i % 20 * 10).toArray())
          .track("Cz", 100, new int[1200])
          .starting(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
          .annotated(List.of("+2\u00153\u0014T1\u0014\0", "+6\u00151\u0014T1\u0014\0"))
          .bytes();

  private static Inspection inspect(String name, byte[] bytes) throws Exception {
    return new RecordingInspector().inspect(new FilesInMemory().with(name, bytes).open(name));
  }

  @Test
  void headerValuesAndAnnotationsAreTold() throws Exception {
    Inspection inspection = inspect("a.edf", EDF);

    assertThat(inspection.format()).isEqualTo("EDF+C");
    List<String> lines = FactLines.of(inspection.facts());
    assertThat(lines)
        .anyMatch(line -> line.matches("signal channels +2"))
        .anyMatch(line -> line.matches("duration seconds +12"))
        .anyMatch(line -> line.matches(" +C3 +eeg +µV +0 +9.5 +19 +0"))
        .anyMatch(line -> line.matches(" +T1 +2 +2 +4"));
  }

  @Test
  void channelsThatAreNotReadAreNamed() throws Exception {
    byte[] mixed =
        EdfFile.edf()
            .track("C3", 4, 1, 2, 3, 4)
            .track("Cz", 4, 1, 2, 3, 4)
            .track("SpO2", 1, 9)
            .bytes();

    assertThat(FactLines.of(inspect("a.edf", mixed).facts()))
        .anyMatch(line -> line.matches("signal channels +3"))
        .anyMatch(line -> line.matches("channels at other rates not read:"))
        .anyMatch(line -> line.matches(" +SpO2 .* 1"));
    assertThat(inspect("a.edf", EDF).facts().has("channels-at-other-rates-not-read")).isFalse();
  }

  @Test
  void tracesSpectrumAndAnnotationsAreDrawnTheSameEveryTime() throws Exception {
    BufferedImage picture = inspect("a.edf", EDF).drawing().orElseThrow().draw();
    BufferedImage again = inspect("a.edf", EDF).drawing().orElseThrow().draw();

    int[] pixels =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    assertThat(IntStream.of(pixels).distinct().count()).isGreaterThan(5);
    assertThat(
            again.getRGB(
                0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
        .isEqualTo(pixels);
  }

  @Test
  void fileOfAnnotationsHasNothingToDraw() throws Exception {
    byte[] hypnogram =
        EdfFile.edf()
            .reserved("EDF+C")
            .starting(0)
            .annotated(List.of("+0\u001530\u0014Sleep stage W\u0014\0"))
            .bytes();
    Inspection inspection = inspect("a-Hypnogram.edf", hypnogram);

    assertThat(inspection.drawing()).isEmpty();
    assertThat(inspection.facts().path("annotations").asInt()).isEqualTo(1);
  }

  @Test
  void recordingOfOneTimePointIsDrawn() throws Exception {
    byte[] one = EdfFile.edf().track("C3", 1, 5).bytes();

    assertThat(inspect("a.edf", one).drawing().orElseThrow().draw()).isNotNull();
  }

  @Test
  void whatIsNoRecordingIsRefused() {
    assertThatThrownBy(() -> inspect("a.edf", "no EDF".getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(MalformedDataException.class);
  }
}
