package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.audit.AuditFinding;
import dev.shardline.audit.AuditReport;
import dev.shardline.audit.RunAudit;
import dev.shardline.cli.Shardline;
import dev.shardline.digest.Digest;
import dev.shardline.lineage.FittedSteps;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.local.LocalStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole runs of a recipe that learns from the train split: the same bytes by any number of
/// workers, learnt from nothing else, and audited.
class FittedRunTest {
  private static final String RECIPE =
      "recipe=[decode-image, grey, {resize: {size: 32}}, scale, image-to-tensor, train-z-score]";

  @TempDir private static Path folder = Path.of("");

  private static String config = "";
  private static Path run = Path.of("");

  @BeforeAll
  static void runOnce() throws IOException {
    config = SliceProject.in(folder).config();
    assertThat(execute("run", "--work", folder.resolve("one").toString())).isZero();
    run = RunBytes.latest(folder.resolve("one"));
  }

  private static int execute(String command, String... more) {
    return Shardline.execute(
        Stream.concat(Stream.of(command, config, "--quiet", "--set", RECIPE), Stream.of(more))
            .toArray(String[]::new));
  }

  private static AuditReport audit() throws IOException {
    LocalStore store = new LocalStore();
    return RunAudit.verify(_ -> store, ObjectLocation.ofPath(run).asDirectory(), Optional.empty());
  }

  private static Path dataset(String work) throws IOException {
    try (Stream<Path> datasets = Files.list(folder.resolve(work).resolve("datasets/slices"))) {
      return datasets.findFirst().orElseThrow();
    }
  }

  private static FittedSteps fitted() throws IOException {
    Path file = run.resolve(FittedSteps.FILE_NAME);
    return FittedSteps.read(Files.readAllBytes(file), file.toString());
  }

  @Test
  void whatWasLearntIsNamedByTheRunAndKeptByItsDigest() throws IOException {
    FittedSteps fitted = fitted();

    assertThat(Files.readString(run.resolve("run.json")))
        .contains(fitted.steps().getFirst().digest().hex());
    assertThat(folder.resolve("one").resolve("fits").resolve(fitted.digestName())).exists();
    assertThat(audit().findings()).isEmpty();
  }

  @Test
  void threeWorkersLearnTheSameAndGiveTheSameShards() throws IOException {
    Path work = folder.resolve("three");
    assertThat(execute("run", "--work", work.toString(), "--instances", "3")).isZero();

    SortedMap<String, Digest> shards = RunBytes.shardsOf(RunBytes.latest(work));
    assertThat(shards).isEqualTo(RunBytes.shardsOf(run)).isNotEmpty();
  }

  @Test
  void theTrainSplitAloneDecidesWhatIsLearnt() throws IOException {
    Path train = dataset("one").resolve("parts/train");
    long partials;
    try (Stream<Path> files = Files.walk(folder.resolve("one").resolve("fits"))) {
      partials = files.filter(file -> file.toString().endsWith(".fit")).count();
    }
    try (Stream<Path> parts = Files.list(train)) {
      assertThat(partials).isEqualTo(parts.count());
    }
  }

  @Test
  void anyChangeOfWhatWasLearntIsFound() throws IOException {
    Path file = run.resolve(FittedSteps.FILE_NAME);
    byte[] bytes = Files.readAllBytes(file);
    String text = Files.readString(file);
    for (String key : List.of("\"samples\": ", "\"count\": ", "\"sum\": \"")) {
      Files.writeString(file, text.replaceFirst(key, key + "9"));
      assertThat(audit().findings())
          .as(key)
          .extracting(AuditFinding::place)
          .anyMatch(place -> place.contains(FittedSteps.FILE_NAME));
    }
    Files.write(file, bytes);
    String train = fitted().train().hex();
    Files.writeString(file, text.replace(train, train.substring(1) + train.charAt(0)));
    assertThat(audit().clean()).isFalse();
    Files.write(file, bytes);
    assertThat(audit().clean()).isTrue();
  }

  @Test
  void processAsksForTheFitAndRefusesThatOfOtherData() throws IOException {
    assertThat(
            execute(
                "process",
                "--manifests",
                dataset("one").toString(),
                "--output",
                folder.resolve("unfitted").toString()))
        .isEqualTo(2);

    Path other = folder.resolve("other");
    assertThat(
            Shardline.execute(
                "build",
                config,
                "--quiet",
                "--work",
                other.toString(),
                "--set",
                "dataset.split.seed=8"))
        .isZero();
    String message =
        errors(
            "process",
            "--manifests",
            dataset("other").toString(),
            "--output",
            folder.resolve("refused").toString(),
            "--fitted",
            run.resolve(FittedSteps.FILE_NAME).toString());
    assertThat(message).contains("was fitted on another train split");
    assertThat(folder.resolve("refused")).doesNotExist();
  }

  private static String errors(String command, String... more) {
    PrintStream before = System.err;
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
    try {
      assertThat(execute(command, more)).isEqualTo(2);
    } finally {
      System.setErr(before);
    }
    return captured.toString(StandardCharsets.UTF_8);
  }
}
