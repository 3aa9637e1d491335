package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.shardline.build.DatasetSection;
import dev.shardline.cli.session.RunSettings;
import dev.shardline.config.Config;
import dev.shardline.program.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The configurations of docs/examples do what their pages say, on generated data.
class ExamplesTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("shardline.root", ".."), "docs/examples");

  @TempDir private Path folder = Path.of("");

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsAConfiguration(Path example) {
    Config config = Config.load(example, List.of());
    assertThatCode(() -> DatasetSection.read(config.root())).doesNotThrowAnyException();
    assertThat(RunSettings.read(config).recipe().outputs()).isNotEmpty();
  }

  @Test
  void volumesOfTwoClassesBecomeCubesInTheirPlace() throws Exception {
    Path source = Files.createDirectories(folder.resolve("volumes"));
    for (int i = 0; i < 12; i++) {
      String label = i % 2 == 0 ? "patients" : "controls";
      HeadVolumes.write(source.resolve("%s/sub-%02d_T1w.nii.gz".formatted(label, i)), i);
    }
    Path run = run("mri-volumes.yaml", source);

    Path shard = firstShard(run);
    String record = firstKey(shard);
    String told = inspect(shard, "--record", record);
    assertThat(told).contains("\"shape\": [\n    128,\n    128,\n    128\n  ]");
    assertThat(told).contains("\"axes\": \"xyz\"").contains("\"orientation\": \"LAS\"");

    Path nifti = folder.resolve("record.nii.gz");
    inspect(shard, "--record", record, "--nifti", nifti.toString());
    assertThat(inspect(nifti))
        .contains("\"shape\": \"128x128x128\"")
        .contains("\"orientation\": \"RAS\"")
        .contains("\"spacing-mm\": [\n    1.5,\n    1.5,\n    1.5\n  ]");
  }

  @Test
  void aVolumeAndItsMaskAreOneSampleAndOneRecord() throws Exception {
    Path source = Files.createDirectories(folder.resolve("pairs"));
    for (int i = 0; i < 8; i++) {
      HeadVolumes.write(source.resolve("sub-%02d_T1w.nii.gz".formatted(i)), i);
      HeadVolumes.writeMask(source.resolve("sub-%02d_T1w_mask.nii.gz".formatted(i)), i);
    }
    Path run = run("mri-segmentation.yaml", source);

    Path shard = firstShard(run);
    String told = inspect(shard, "--record", firstKey(shard));
    assertThat(told).contains("\"companion-mask\": {");
    assertThat(told).contains("160,\n    192,\n    160");
    assertThat(inspect(run.resolve("index.json"))).contains("\"samples\": 8");
  }

  private Path run(String example, Path source) throws IOException, InterruptedException {
    Path work = folder.resolve("work");
    Outcome outcome =
        Program.plain()
            .run(
                "run",
                EXAMPLES.resolve(example).toString(),
                "--work",
                work.toString(),
                "--set",
                "dataset.source=" + source);
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return RunBytes.latest(work);
  }

  private static Path firstShard(Path run) throws IOException {
    try (Stream<Path> files = Files.list(run.resolve("train"))) {
      return files
          .filter(file -> file.toString().endsWith(".tar"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  private static String firstKey(Path shard) throws IOException, InterruptedException {
    String told = inspect(shard);
    int at = told.indexOf("\"key\": \"") + "\"key\": \"".length();
    return told.substring(at, told.indexOf('"', at));
  }

  private static String inspect(Path file, String... options)
      throws IOException, InterruptedException {
    String[] words =
        Stream.concat(Stream.of("inspect", file.toString(), "--json"), List.of(options).stream())
            .toArray(String[]::new);
    Outcome outcome = Program.plain().run(words);
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return outcome.out();
  }
}
