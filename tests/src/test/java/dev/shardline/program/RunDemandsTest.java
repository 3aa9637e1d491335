package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.cli.Shardline;
import dev.shardline.digest.CanonicalJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a configuration asks of a finished run, beside its bytes.
class RunDemandsTest {
  private static final int PERMANENT = 42;

  /// The demonstration has 201 pictures of four classes: in no split so many of one.
  private static final String TOO_MANY = "output.minimum-per-class=60";

  @TempDir private static Path folder = Path.of("");

  private static String config = "";
  private static Path run = Path.of("");

  @BeforeAll
  static void runOnce() throws IOException {
    config = SliceProject.in(folder).config();
    assertThat(execute("run", "output.minimum-per-class=1", "--work", work())).isZero();
    run = RunBytes.latest(folder.resolve("work"));
  }

  private static String work() {
    return folder.resolve("work").toString();
  }

  private static int execute(String command, String demand, String... more) {
    return Shardline.execute(
        Stream.concat(Stream.of(command, config, "--quiet", "--set", demand), Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void classesOfTooFewRecordsFailTheRunByName() {
    PrintStream before = System.err;
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    System.setErr(new PrintStream(error, true, StandardCharsets.UTF_8));
    try {
      assertThat(execute("run", TOO_MANY, "--work", work())).isEqualTo(PERMANENT);
      assertThat(Shardline.execute("resume", run.toString(), "--quiet"))
          .as("the run keeps what was asked of it")
          .isEqualTo(PERMANENT);
    } finally {
      System.setErr(before);
    }
    assertThat(error.toString(StandardCharsets.UTF_8))
        .contains("split test, class \"glioma\"")
        .contains("samples gave records, output.minimum-per-class asks for 60")
        .contains("lower the minimum");
  }

  @Test
  void thePipelinesVerdictCountsThem() throws IOException {
    assertThat(verdict("output.minimum-per-class=1").required("intact").asBoolean()).isTrue();
    JsonNode refused = verdict(TOO_MANY);

    assertThat(refused.required("intact").asBoolean()).isFalse();
    assertThat(refused.required("leaks").asLong()).isZero();
    assertThat(refused.required("summary").asText())
        .contains("audit: PASSED")
        .contains("class \"glioma\"");
  }

  private static JsonNode verdict(String demand) throws IOException {
    Path result = folder.resolve("verdict.json");
    String dataset =
        CanonicalJson.parse(Files.readAllBytes(run.resolve("run.json")))
            .required("dataset")
            .asText();
    assertThat(
            execute(
                "conclude",
                demand,
                "--manifests",
                dataset,
                "--run",
                run.toString(),
                "--output",
                folder.resolve("concluded").toString(),
                "--result",
                result.toString()))
        .isZero();
    return CanonicalJson.parse(Files.readAllBytes(result));
  }
}
