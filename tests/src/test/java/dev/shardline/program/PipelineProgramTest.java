package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.cli.Shardline;
import dev.shardline.digest.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pipeline as a user runs it on their machine: the definition that would be deployed, executed
/// by real workers, gives the shards of a plain run, whatever the number of machines and the way
/// data reaches them.
class PipelineProgramTest {
  private static final int USAGE = 2;
  private static final int PERMANENT = 42;
  @TempDir private static Path folder = Path.of("");

  private static String config = "";
  private static SortedMap<String, Digest> expected = new TreeMap<>();

  @BeforeAll
  static void runOnce() throws IOException {
    config = SliceProject.ofPipelineIn(folder).config();
    Path work = folder.resolve("work");
    assertThat(Shardline.execute("run", config, "--quiet", "--work", work.toString())).isZero();
    expected = RunBytes.shardsOf(RunBytes.latest(work));
    assertThat(expected).isNotEmpty();
  }

  /// What the program answered, with what it printed.
  private record Answer(int code, String out, String err) {}

  private static Answer pipeline(String command, String... more) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
    try {
      int code =
          Shardline.execute(
              Stream.concat(Stream.of("pipeline", command, config), Stream.of(more))
                  .toArray(String[]::new));
      return new Answer(
          code, printed.toString(StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static Answer dryRun(Path place, int machines, String... more) {
    return pipeline(
        "dry-run",
        Stream.concat(
                Stream.of(
                    "--folder",
                    place.toString(),
                    "--parameter",
                    "ProcessingInstanceCount=" + machines),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static SortedMap<String, Digest> shardsOf(Path place) throws IOException {
    try (Stream<Path> runs = Files.list(place.resolve("s3/study/shardline/runs"))) {
      return RunBytes.shardsOf(runs.findFirst().orElseThrow());
    }
  }

  private static String configurationOf(Path place, String host) throws IOException {
    try (Stream<Path> executions = Files.list(place.resolve("executions"))) {
      return Files.readString(
          executions
              .findFirst()
              .orElseThrow()
              .resolve("Preprocess/attempt-1")
              .resolve(host)
              .resolve("ml/config/resourceconfig.json"));
    }
  }

  private static long parts() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("work/datasets"))) {
      return files.filter(file -> file.toString().matches(".*/parts/.*\\.manifest")).count();
    }
  }

  @Test
  void machinesWithoutAPartEndWellAndChangeNothing(@TempDir Path place) throws IOException {
    Answer answer = dryRun(place, 3, "--order", "adversarial", "--json");

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.err()).contains("Preprocess: input train: 0 + 0 + ");
    assertThat(shardsOf(place)).isEqualTo(expected);
    assertThat(configurationOf(place, "algo-3"))
        .contains("\"current_host\": \"algo-3\"")
        .containsPattern("\"hosts\": \\[\\s*\"algo-1\",\\s*\"algo-2\",\\s*\"algo-3\"\\s*\\]");
  }

  @Test
  void objectsForOneMachineGiveTheSameShardsAndTheGateStopsWhatItRefuses(@TempDir Path place)
      throws IOException {
    Answer answer =
        dryRun(
            place,
            1,
            "--set",
            "pipeline.preprocess.sharding=objects",
            "--set",
            "pipeline.preprocess.upload=continuous",
            "--parameter",
            "MaxFailedRatio=-1.0");

    assertThat(answer.code()).as(answer.err()).isEqualTo(PERMANENT);
    assertThat(answer.out())
        .containsPattern("Preprocess +Processing +succeeded +1")
        .contains("Refuse failed: The audit refuses the run: ")
        .containsPattern("execution \\w+ failed");
    assertThat(shardsOf(place)).isEqualTo(expected);
  }

  @Test
  void thePlanSaysWhyAndWarnsWhereMachinesStopPaying(@TempDir Path place) throws IOException {
    Path dataset;
    try (Stream<Path> all = Files.list(folder.resolve("work/datasets/slices"))) {
      dataset = all.findFirst().orElseThrow();
    }
    String definition = place.resolve("pipeline.json").toString();

    Answer few = pipeline("render", "--output", definition, "--dataset", dataset.toString());
    assertThat(few.code()).as(few.err()).isZero();
    assertThat(few.out())
        .contains("the training has 1 × ml.g5.12xlarge with 4 GPUs each: 4")
        .containsPattern("machines +4");

    Answer many =
        pipeline(
            "render",
            "--output",
            definition,
            "--dataset",
            dataset.toString(),
            "--set",
            "pipeline.preprocess.instance-count=90");
    assertThat(many.err())
        .contains("would leave machines idle and billed, so %d are used".formatted(parts()));
  }

  @Test
  void allThatIsWrongIsToldAtOnceWithItsLine() {
    Answer answer =
        pipeline(
            "render",
            "--set",
            "pipeline.region=nowhere",
            "--set",
            "pipeline.role=me",
            "--set",
            "pipeline.training.instance-type=ml.p5e.48xlarge",
            "--set",
            "pipeline.preprocess.volume-gigabytes=0");

    assertThat(answer.code()).isEqualTo(USAGE);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err())
        .contains("pipeline.region", "pipeline.role", "pipeline.preprocess.volume-gigabytes")
        .contains("pipeline.training.gpus-per-instance");
  }

  @Test
  void anEngineThatIsNotThereIsToldBeforeAnythingStarts(@TempDir Path place) {
    Answer answer = dryRun(place, 1, "--engine", "docker", "--docker", "no-such-docker");

    assertThat(answer.code()).isEqualTo(USAGE);
    assertThat(answer.err())
        .contains("\"no-such-docker\" has no container engine to talk to")
        .contains("or use --engine process");
    assertThat(place.resolve("executions")).doesNotExist();
  }
}
