package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.audit.AuditFinding;
import dev.shardline.audit.AuditReport;
import dev.shardline.audit.RunAudit;
import dev.shardline.cli.Shardline;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.local.LocalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Runs that write MDS: the index that streaming reads, known to the audit.
class MdsRunTest {
  @TempDir private Path folder = Path.of("");

  private static AuditReport audit(Path run) throws IOException {
    LocalStore store = new LocalStore();
    return RunAudit.verify(_ -> store, ObjectLocation.ofPath(run).asDirectory(), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"none,.mds", "zstd,.mds.zst"})
  void everySplitHasAnIndexOfItsShardsThatTheAuditKnows(String compression, String suffix)
      throws IOException {
    SliceProject project = SliceProject.in(folder);
    Path work = project.work("work");
    assertThat(
            Shardline.execute(
                "run",
                project.config(),
                "--work",
                work.toString(),
                "--quiet",
                "--set",
                "output.format=mds",
                "--set",
                "output.compression=" + compression))
        .isZero();
    Path run = RunBytes.latest(work);

    for (String split : new String[] {"train", "validation", "test"}) {
      Path index = run.resolve(split).resolve("index.json");
      JsonNode shards = CanonicalJson.parse(Files.readAllBytes(index)).path("shards");
      assertThat(shards).hasSize(files(run.resolve(split), suffix));
      for (JsonNode shard : shards) {
        JsonNode stored = shard.path(compression.equals("none") ? "raw_data" : "zip_data");
        assertThat(Files.size(index.resolveSibling(stored.path("basename").asText())))
            .isEqualTo(stored.path("bytes").asLong());
        assertThat(shard.path("samples").asLong()).isPositive();
      }
    }
    assertThat(audit(run).findings()).isEmpty();

    Path index = run.resolve("train/index.json");
    Files.writeString(index, Files.readString(index).replace("\"samples\":", "\"samples\":1"));
    assertThat(audit(run).findings())
        .extracting(AuditFinding::place)
        .anyMatch(place -> place.endsWith("train/index.json"));
  }

  private static int files(Path folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return (int) files.filter(file -> file.toString().endsWith(suffix)).count();
    }
  }
}
