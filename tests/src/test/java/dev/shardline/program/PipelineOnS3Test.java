package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.embedded.S3Server;
import dev.shardline.program.Program.Outcome;
import dev.shardline.storage.ObjectSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The dry run on the S3 of the user's environment: data, manifests and shards lie in buckets of a
/// server, under the keys that a deployment gives them.
class PipelineOnS3Test {
  @TempDir private static Path folder = Path.of("");

  private static Program on(S3Server server) {
    Map<String, String> environment = new TreeMap<>(server.environment());
    // The pipeline is checked against the region its buckets are in.
    environment.put("AWS_REGION", "eu-west-1");
    return new Program(environment);
  }

  @Test
  void realBucketsGetTheShardsOfAPlainRun() throws Exception {
    SliceProject project = SliceProject.ofPipelineIn(folder);
    Path plain = project.work("plain");
    Outcome run = Program.plain().run("run", project.config(), "--work", plain.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    try (S3Server server = S3Server.givenOrOver(folder.resolve("buckets"));
        Bucket bucket = Bucket.on(server)) {
      bucket.upload(project.source(), "source/");

      Outcome dryRun =
          on(server)
              .run(
                  "pipeline",
                  "dry-run",
                  project.config(),
                  "--real-s3",
                  "--folder",
                  folder.resolve("dry-run").toString(),
                  "--set",
                  "dataset.source=" + bucket.at("source/"),
                  "--set",
                  "pipeline.work=" + bucket.at("study"),
                  "--parameter",
                  "ProcessingInstanceCount=2");

      assertThat(dryRun.exitCode()).as(dryRun.err()).isZero();
      assertThat(folder.resolve("dry-run/s3")).doesNotExist();
      Path shards = bucket.download("study/", folder.resolve("downloaded"));
      assertThat(RunBytes.shardsOf(onlyRun(bucket, shards)))
          .isNotEmpty()
          .isEqualTo(RunBytes.shardsOf(RunBytes.latest(plain)));
    }
  }

  private static Path onlyRun(Bucket bucket, Path study) throws IOException {
    String prefix = "study/runs/";
    String key =
        bucket.list(prefix).stream()
            .map(ObjectSummary::location)
            .map(location -> location.key().substring(prefix.length()))
            .findFirst()
            .orElseThrow();
    return study.resolve("runs").resolve(key.substring(0, key.indexOf('/')));
  }
}
