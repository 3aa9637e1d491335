package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.program.Program.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example for DICOM series, run as it is written.
class DicomRunTest {
  @TempDir private static Path folder = Path.of("");

  private static Outcome outcome = new Outcome(1, "", "");
  private static Path work = Path.of("");

  @BeforeAll
  static void runTheExample() throws IOException, InterruptedException {
    Path source = DicomProject.in(folder.resolve("dicom"));
    work = folder.resolve("work");
    Path example =
        Path.of(System.getProperty("shardline.root", ".."), "docs/examples/dicom-series.yaml");
    outcome =
        Program.plain()
            .run(
                "run",
                example.toString(),
                "--work",
                work.toString(),
                "--set",
                "dataset.source=" + source);
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
  }

  @Test
  void everySeriesIsASampleAndEndsInAShard() throws IOException, InterruptedException {
    Path run = RunBytes.latest(work);

    assertThat(Program.plain().run("audit", "verify", run.toString()).exitCode()).isZero();
    assertThat(Files.readString(run.resolve("index.json"))).contains("\"records\"");
    long records = 0;
    for (Path shard : shards(run)) {
      String text = Files.readString(shard, StandardCharsets.ISO_8859_1);
      records += text.split("\"MagneticFieldStrength\"", -1).length - 1;
    }
    assertThat(records).isEqualTo(12);
  }

  private static List<Path> shards(Path run) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      return files.filter(file -> file.toString().endsWith(".tar")).sorted().toList();
    }
  }

  @Test
  void nothingPersonalLeavesTheFiles() throws IOException {
    List<Path> written = new ArrayList<>();
    try (Stream<Path> files = Files.walk(work)) {
      files.filter(Files::isRegularFile).forEach(written::add);
    }

    assertThat(written).hasSizeGreaterThan(10);
    for (Path file : written) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertThat(DicomProject.PERSONAL).as("%s", file).noneMatch(text::contains);
    }
    assertThat(DicomProject.PERSONAL).noneMatch((outcome.out() + outcome.err())::contains);
  }

  /// Some scanners' names hold a number and a unique identifier in no order that anybody foresees.
  @Test
  void filesOfAnyNameFormTheirSeries() throws IOException, InterruptedException {
    Path source = folder.resolve("any-name");
    for (Path file : files(DicomProject.in(folder.resolve("named")))) {
      Path series = source.resolve(folder.resolve("named").relativize(file)).getParent();
      Files.createDirectories(series);
      Files.copy(file, series.resolve(file.getFileName() + "_anon (final)"));
    }
    Files.writeString(source.resolve("read me.txt"), "no DICOM");
    Path config = folder.resolve("any-name.yaml");
    Files.writeString(
        config,
        """
        dataset: {name: any, source: %s, samples: series, label: none, split: {train: 1}}
        recipe: [decode-volume, volume-to-tensor]
        output: {format: webdataset}
        """
            .formatted(source));

    String unwritten = folder.resolve("unwritten").toString();
    Outcome built =
        Program.plain().run("build", config.toString(), "--check", "--json", "--work", unwritten);

    assertThat(built.exitCode()).as(built.err()).isZero();
    assertThat(built.out()).contains("\"objects\": 61,").contains("\"samples\": 13,");
  }

  @Test
  void aWholeSeriesIsLookedIntoBesideOneOfItsFiles() throws IOException, InterruptedException {
    String file = folder.resolve("dicom/glioma/sub-g1/IM-0002").toString();
    Path picture = folder.resolve("series.png");

    Outcome told =
        Program.plain().run("inspect", file, "--series", "--png", picture.toString(), "--json");
    Outcome both = Program.plain().run("inspect", file, "--series", "--record", "key");

    assertThat(told.exitCode()).as(told.err()).isZero();
    assertThat(told.out()).contains("\"shape\": \"24x24x5\"").contains("\"files\": 5");
    assertThat(picture).isNotEmptyFile();
    assertThat(both.exitCode()).isEqualTo(2);
    assertThat(both.err()).contains("--record looks into a shard");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aRecipeThatAsksForANameIsRefused() throws IOException, InterruptedException {
    Path config = folder.resolve("names.yaml");
    Files.writeString(
        config,
        """
        dataset: {name: names, source: %s, samples: series, label: none, split: {train: 1}}
        recipe: [{decode-volume: {metadata: [PatientName]}}, volume-to-tensor]
        output: {format: webdataset}
        """
            .formatted(folder.resolve("dicom")));

    Outcome refused =
        Program.plain().run("run", config.toString(), "--work", folder.resolve("no").toString());

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("`PatientName`, which may identify a person");
  }
}
