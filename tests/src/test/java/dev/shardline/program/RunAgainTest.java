package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.cli.Shardline;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that are worked on again: resumed from their folder alone, or begun anew beside a run whose
/// parts can be taken over.
class RunAgainTest {
  private static final int SAMPLE_COLUMN = 9;

  @TempDir private static Path folder = Path.of("");

  private static String config = "";
  private static SortedMap<String, Digest> undisturbed = new TreeMap<>();

  @BeforeAll
  static void runOnce() throws IOException {
    SliceProject project = SliceProject.in(folder);
    config = project.config();
    assertThat(run("one")).isZero();
    undisturbed = RunBytes.of(RunBytes.latest(folder.resolve("one")));
  }

  private static int run(String work, String... more) {
    return Shardline.execute(
        Stream.concat(
                Stream.of("run", config, "--quiet", "--work", folder.resolve(work).toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  /// All but the files that name the place of the data set.
  private static SortedMap<String, Digest> movable(SortedMap<String, Digest> files) {
    SortedMap<String, Digest> kept = new TreeMap<>(files);
    kept.remove("run.json");
    kept.remove("index.json");
    return kept;
  }

  private static Path onlyRun(String work) throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve(work).resolve("runs"))) {
      return runs.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  @Test
  void resumeNeedsTheRunsFolderOnly() throws IOException {
    assertThat(run("resumed")).isZero();
    Path run = onlyRun("resumed");
    SortedMap<String, Digest> whole = RunBytes.of(run);
    for (String gone :
        new String[] {"index.json", "train/part-00001.ledger", "test/part-00000.ledger"}) {
      Files.delete(run.resolve(gone));
    }
    Files.delete(run.resolve("train/part-00001.tar"));

    assertThat(Shardline.execute("resume", run.toString(), "--quiet", "--instances", "2")).isZero();

    assertThat(RunBytes.of(run)).isEqualTo(whole);
    assertThat(movable(whole)).isEqualTo(movable(undisturbed));
  }

  @Test
  void unchangedPartsAreTakenOverAndNamed() throws IOException, InterruptedException {
    String work = folder.resolve("one").toString();
    Program.Outcome outcome =
        Program.plain()
            .run("run", config, "--json", "--work", work, "--set", "dataset.name=renamed");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    JsonNode result = CanonicalJson.parse(outcome.out().getBytes(StandardCharsets.UTF_8));
    long parts = undisturbed.keySet().stream().filter(path -> path.endsWith(".ledger")).count();
    assertThat(result.path("reused").size()).isEqualTo((int) parts);
    assertThat(outcome.err()).contains("same recipe, output and output version");
    SortedMap<String, Digest> shards = new TreeMap<>(undisturbed);
    shards.keySet().removeIf(path -> !path.endsWith(".tar"));
    assertThat(RunBytes.shardsOf(RunBytes.latest(folder.resolve("one")))).isEqualTo(shards);
  }

  /// An object that is away while the workers look for it, and back when they are sent again.
  @Test
  void redriveDoesOnlyTheFailedPartsAgainOnceTheCauseIsMended() throws Exception {
    Path work = folder.resolve("redriven");
    assertThat(Shardline.execute("build", config, "--quiet", "--work", work.toString())).isZero();
    Path dataset;
    try (Stream<Path> found = Files.list(work.resolve("datasets/slices"))) {
      dataset = found.findFirst().orElseThrow();
    }
    String sample = writtenSample(dataset.resolve("samples/train/part-00000.csv"));
    Path source = folder.resolve("source").resolve(sample);
    Path away = folder.resolve("away");
    Files.move(source, away);
    Path run = work.resolve("runs/failed");
    assertThat(
            Shardline.execute(
                "process",
                config,
                "--quiet",
                "--manifests",
                dataset.toString(),
                "--output",
                run.toString(),
                "--set",
                "output.tolerated-failure-ratio=0.2"))
        .isZero();
    assertThat(Shardline.execute("resume", run.toString(), "--quiet")).isZero();
    assertThat(Files.readString(run.resolve("train/part-00000.ledger")))
        .contains("\"reason\":\"missing-object\"");
    SortedMap<String, Digest> before = RunBytes.of(run);

    Files.move(away, source);
    assertThat(Shardline.execute("redrive", run.toString(), "--quiet")).isZero();

    SortedMap<String, Digest> after = RunBytes.of(run);
    assertThat(changed(before, after))
        .contains("index.json", "train/part-00000.ledger", "train/part-00000.tar")
        .allMatch(path -> path.equals("index.json") || path.startsWith("train/part-00000."));
    SortedMap<String, Digest> shards = new TreeMap<>(undisturbed);
    shards.keySet().removeIf(path -> !path.endsWith(".tar"));
    assertThat(RunBytes.shardsOf(run)).isEqualTo(shards);
    assertThat(Shardline.execute("audit", "verify", run.toString(), "--quiet")).isZero();
  }

  private static String writtenSample(Path part) throws IOException {
    String ledger =
        Files.readString(RunBytes.latest(folder.resolve("one")).resolve("train/part-00000.ledger"));
    return Files.readAllLines(part).stream()
        .skip(1)
        .map(row -> row.split(",", -1)[SAMPLE_COLUMN])
        .filter(id ->
            ledger
                .lines()
                .anyMatch(line -> line.contains("\"" + id + "\"") && line.contains("\"written\"")))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> changed(
      SortedMap<String, Digest> before, SortedMap<String, Digest> after) {
    assertThat(after.keySet()).isEqualTo(before.keySet());
    return before.keySet().stream()
        .filter(path -> !before.get(path).equals(after.get(path)))
        .toList();
  }
}
