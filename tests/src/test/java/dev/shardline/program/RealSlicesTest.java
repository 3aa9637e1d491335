package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.conformance.RealData;
import dev.shardline.digest.Digest;
import dev.shardline.embedded.EmbeddedS3;
import dev.shardline.program.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The 400 public brain-tumour slices: the same shards for any number of workers, for a restart in
/// between, and from a bucket.
class RealSlicesTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("shardline.root", ".."), "docs/examples/brain-mri-2d.yaml");

  @TempDir private Path folder = Path.of("");

  private SortedMap<String, Digest> shards(
      Program program, String name, int instances, String source)
      throws IOException, InterruptedException {
    Outcome outcome = program.run(words(name, instances, source));
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return RunBytes.shardsOf(RunBytes.latest(folder.resolve(name)));
  }

  private String[] words(String name, int instances, String source) {
    return new String[] {
      "run",
      EXAMPLE.toString(),
      "--set",
      "dataset.source=" + source,
      "--set",
      "dataset.parts.target-bytes=524288",
      "--work",
      folder.resolve(name).toString(),
      "--instances",
      String.valueOf(instances),
      "--quiet"
    };
  }

  @Test
  void theBytesDependNeitherOnWorkersNorOnRestartsNorOnTheSource() throws Exception {
    Path slices = RealData.at("mri/sartaj-brain-tumor").toRealPath();
    Program program = Program.plain();
    SortedMap<String, Digest> expected = shards(program, "one", 1, slices.toString());
    assertThat(expected).hasSizeGreaterThan(4);
    for (int instances : new int[] {2, 4, 7}) {
      assertThat(shards(program, "by-" + instances, instances, slices.toString()))
          .as("%d workers", instances)
          .isEqualTo(expected);
    }

    Process killed = program.start(words("killed", 2, slices.toString()));
    RunBytes.awaitLedgers(folder.resolve("killed"), 2);
    killed.destroyForcibly().waitFor();
    assertThat(shards(program, "killed", 4, slices.toString()))
        .as("a killed run")
        .isEqualTo(expected);

    try (EmbeddedS3 server = EmbeddedS3.over(Files.createDirectory(folder.resolve("buckets")));
        Bucket bucket = Bucket.on(server)) {
      bucket.upload(slices, "slices/");
      assertThat(
              shards(
                  new Program(Map.copyOf(server.environment())),
                  "from-bucket",
                  2,
                  bucket.at("slices/").toString()))
          .as("from a bucket")
          .isEqualTo(expected);
    }
  }
}
