package dev.shardline.inspect.volume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.dicom.DicomFile;
import dev.shardline.inspect.FilesInMemory;
import dev.shardline.inspect.Inspection;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DicomInspectorTest {
  @Test
  void aSliceIsToldWithoutTellingWhoseItIs() throws Exception {
    byte[] file =
        DicomFile.slice("1.2.840.10008.1.2.5", 5, 1, 100)
            .text(0x0008_0060, "CS", "MR")
            .text(0x0010_0010, "PN", "Doe^Jane")
            .bytes();

    Inspection inspection =
        new DicomInspector().inspect(new FilesInMemory().with("IM-1", file).open("IM-1"));

    assertThat(inspection.facts().path("transfer-syntax").asText()).isEqualTo("rle");
    assertThat(inspection.facts().path("shape").asText()).isEqualTo("4x3x1");
    assertThat(inspection.facts().path("Modality").asText()).isEqualTo("MR");
    assertThat(inspection.facts().path("greatest").asDouble()).isEqualTo(111);
    assertThat(inspection.facts().path("personal-data").asText()).contains("PatientName");
    assertThat(inspection.facts().toString()).doesNotContain("Doe");
    assertThat(inspection.volume()).isPresent();
  }

  private static byte[] ofAnotherSeries(String syntax) {
    return DicomFile.withoutPixels(syntax, 8, 3, 1, 2)
        .text(0x0020_000E, "UI", "9")
        .shorts(1, 2)
        .bytes();
  }

  @Test
  void aSeriesIsMadeOfTheFilesBesideIt() throws Exception {
    String syntax = "1.2.840.10008.1.2.1";
    FilesInMemory folder =
        new FilesInMemory()
            .with("a", DicomFile.slice(syntax, 4, 2, 200).bytes())
            .with("b", DicomFile.slice(syntax, 0, 1, 100).bytes())
            .with("c", ofAnotherSeries(syntax))
            .with("notes.txt", "not DICOM".getBytes(StandardCharsets.US_ASCII));

    Inspection inspection = new DicomInspector().inspectSeries(folder.open("a"));

    assertThat(inspection.facts().path("shape").asText()).isEqualTo("4x3x2");
    assertThat(inspection.facts().path("files").asInt()).isEqualTo(2);
    assertThat(inspection.facts().path("least").asDouble()).isEqualTo(100);
  }
}
