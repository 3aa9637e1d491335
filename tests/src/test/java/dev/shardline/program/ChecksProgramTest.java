package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a user is told before anything is done.
class ChecksProgramTest {
  private static final int USAGE = 2;

  @TempDir private Path folder = Path.of("");

  private Program.Outcome build(SliceProject project, String... more) throws Exception {
    String[] words = new String[more.length + 5];
    words[0] = "build";
    words[1] = project.config();
    words[2] = "--work";
    words[3] = folder.resolve("work").toString();
    words[4] = "--quiet";
    System.arraycopy(more, 0, words, 5, more.length);
    return Program.plain().run(words);
  }

  @Test
  void checksAloneWriteNothingAndAGateEndsThem() throws Exception {
    SliceProject project = SliceProject.in(folder);
    Program.Outcome checked = build(project, "--check", "--json");
    assertThat(checked.exitCode()).as(checked.err()).isZero();
    assertThat(new ObjectMapper().readTree(checked.out()).path("headers").asInt()).isPositive();
    Program.Outcome gated = build(project, "--check", "--set", "dataset.checks.gates=[mixed-mode]");
    assertThat(gated.exitCode()).as(gated.out() + gated.err()).isEqualTo(USAGE);
    assertThat(gated.out()).contains("error mixed-mode");
    assertThat(folder.resolve("work")).doesNotExist();
  }

  @Test
  void aDryRunForecastsWhatTheBuildWillNeed() throws Exception {
    SliceProject project = SliceProject.in(folder);
    Program.Outcome outcome =
        build(project, "--dry-run", "--target-part-bytes", "64KiB", "--rate", "1000000");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains(
            "forecast: ",
            " shards of parts of ",
            " decoded, samples take at most ",
            " of a worker's memory for each core; about ",
            "would be written to");
    assertThat(Files.exists(folder.resolve("work"))).isFalse();
  }
}
