package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.embedded.S3Server;
import dev.shardline.program.Program.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Promises P3 and P4 where source and work lie in a bucket: of the server in this process, or of
/// the one that the system properties of [dev.shardline.embedded.ExternalS3] name.
class S3RunTest {
  @TempDir private static Path folder = Path.of("");

  private static SliceProject project = new SliceProject(Path.of(""));
  private static Optional<S3Server> server = Optional.empty();
  private static Optional<Bucket> bucket = Optional.empty();

  @BeforeAll
  static void fillBucket() throws Exception {
    project = SliceProject.in(folder);
    server = Optional.of(S3Server.givenOrOver(folder.resolve("buckets")));
    bucket = Optional.of(Bucket.on(server.orElseThrow()));
    bucket.orElseThrow().upload(project.source(), "source/");
  }

  @AfterAll
  static void stop() throws IOException {
    bucket.ifPresent(Bucket::close);
    if (server.isPresent()) {
      server.orElseThrow().close();
    }
  }

  private static Program program() {
    return new Program(server.orElseThrow().environment());
  }

  private static String place(String key) {
    return bucket.orElseThrow().at(key).toString();
  }

  private static String[] run(String work, int instances) {
    return new String[] {
      "run",
      project.config(),
      "--work",
      place(work),
      "--instances",
      String.valueOf(instances),
      "--set",
      "dataset.source=" + place("source/")
    };
  }

  private static Path downloaded(String work) throws IOException {
    return RunBytes.latest(
        bucket.orElseThrow().download(work, folder.resolve("downloaded").resolve(work)));
  }

  @Test
  void aBucketGivesTheShardsThatAFolderGives() throws IOException, InterruptedException {
    Path local = project.work("local");
    Outcome fromFolder =
        Program.plain()
            .run("run", project.config(), "--work", local.toString(), "--instances", "2");
    assertThat(fromFolder.exitCode()).as(fromFolder.err()).isZero();

    Outcome fromBucket = program().run(run("work/", 3));

    assertThat(fromBucket.exitCode()).as(fromBucket.err()).isZero();
    assertThat(RunBytes.shardsOf(downloaded("work/")))
        .hasSizeGreaterThan(2)
        .isEqualTo(RunBytes.shardsOf(RunBytes.latest(local)));
    Outcome audit = program().run("audit", "verify", place("work/runs/latest"));
    assertThat(audit.exitCode()).as(audit.out()).isZero();
  }

  @Test
  void aRunKilledOnABucketGoesOnWhereItWas() throws IOException, InterruptedException {
    Process process = program().start(run("killed/", 2));
    awaitLedger("killed/runs/");
    process.destroyForcibly().waitFor();

    Outcome again = program().run(run("killed/", 3));

    assertThat(again.exitCode()).as(again.err()).isZero();
    Outcome undisturbed = program().run(run("undisturbed/", 1));
    assertThat(undisturbed.exitCode()).as(undisturbed.err()).isZero();
    assertThat(RunBytes.shardsOf(downloaded("killed/")))
        .isEqualTo(RunBytes.shardsOf(downloaded("undisturbed/")));
    assertThat(program().run("audit", "verify", place("killed/runs/latest")).exitCode()).isZero();
  }

  private static void awaitLedger(String prefix) throws IOException, InterruptedException {
    for (int tries = 0; tries < 1200; tries++) {
      if (bucket.orElseThrow().list(prefix).stream()
          .anyMatch(object -> object.location().key().endsWith(".ledger"))) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("No part was committed below " + prefix);
  }
}
