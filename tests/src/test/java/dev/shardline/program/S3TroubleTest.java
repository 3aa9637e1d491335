package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.faults.Fault;
import dev.shardline.faults.FaultPlan;
import dev.shardline.faults.FaultyS3;
import dev.shardline.program.Program.Outcome;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An S3 that is down, slow, throttling or closed to us: retried, then one clear message, and
/// nothing half-written.
class S3TroubleTest {
  private static final int RETRYABLE = 1;
  private static final int USAGE = 2;
  private static final String BUCKET = "scans";

  @TempDir private Path folder = Path.of("");

  private SliceProject project = new SliceProject(Path.of(""));
  private List<AutoCloseable> open = List.of();

  @BeforeEach
  void makeSlices() throws IOException {
    project = SliceProject.in(folder);
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable server : open) {
      server.close();
    }
  }

  private FaultyS3 server(FaultPlan plan, Duration latency) throws IOException {
    FaultyS3 server = FaultyS3.start(FaultPlan.NONE, latency).withBucket(BUCKET);
    open = List.of(server);
    try (Stream<Path> files = Files.walk(project.source())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        server.put(BUCKET, "source/" + project.source().relativize(file), Files.readAllBytes(file));
      }
    }
    server.plan(plan);
    return server;
  }

  private Outcome build(String endpoint) throws IOException, InterruptedException {
    return run(endpoint, "build");
  }

  private Outcome run(String endpoint, String command, String... more)
      throws IOException, InterruptedException {
    Map<String, String> environment =
        Map.of(
            "AWS_ENDPOINT_URL_S3",
            endpoint,
            "AWS_ACCESS_KEY_ID",
            "any",
            "AWS_SECRET_ACCESS_KEY",
            "any",
            "AWS_REGION",
            "us-east-1");
    List<String> words =
        new ArrayList<>(
            List.of(
                command,
                project.config(),
                "--work",
                project.work("work").toString(),
                "--set",
                "dataset.source=s3://" + BUCKET + "/source/"));
    words.addAll(List.of(more));
    return new Program(environment).run(words.toArray(String[]::new));
  }

  private void refused(Outcome outcome, int exitCode, String... parts) {
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(exitCode);
    assertThat(outcome.err()).contains(parts).doesNotContain("\tat ");
    assertThat(project.work("work")).doesNotExist();
  }

  @Test
  void aServerThatIsDown() throws IOException, InterruptedException {
    FaultyS3 gone = FaultyS3.start(FaultPlan.NONE);
    String endpoint = gone.endpoint().toString();
    gone.close();
    refused(build(endpoint), RETRYABLE, "s3://scans/source/", endpoint, "Connection refused");
  }

  @Test
  void aBucketThatIsClosedToUs() throws IOException, InterruptedException {
    FaultyS3 closed = server((_, _) -> Fault.FORBIDDEN, Duration.ZERO);
    refused(build(closed.endpoint().toString()), USAGE, "s3://scans/source/", "permission denied");
  }

  /// A policy that permits neither the whole nor one folder, but to look at the folders.
  private static Fault closedInPart(String request, String folder) {
    String asked = URLDecoder.decode(request, StandardCharsets.UTF_8);
    boolean whole = !asked.contains("delimiter=") && asked.matches(".*prefix=source/(\\W.*)?");
    return whole || asked.contains("prefix=source/" + folder) ? Fault.FORBIDDEN : Fault.NONE;
  }

  @Test
  void aFolderThatIsClosedToUsIsRefusedByNameUnlessTheUserGoesOnWithoutIt()
      throws IOException, InterruptedException {
    String closed = "pituitary/";
    FaultyS3 server = server((request, _) -> closedInPart(request, closed), Duration.ZERO);
    String endpoint = server.endpoint().toString();
    refused(build(endpoint), USAGE, "s3://scans/source/", "permission denied", "denied-prefix");
    String goOn = "dataset.checks.severities.denied-prefix=warning";
    Outcome outcome = run(endpoint, "build", "--set", goOn);
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("warning denied-prefix", "s3://scans/source/" + closed, "glioma")
        .doesNotContain("pituitary (");
  }

  @Test
  void aBucketThatIsNotThere() throws IOException, InterruptedException {
    FaultyS3 empty = FaultyS3.start(FaultPlan.NONE);
    open = List.of(empty);
    refused(build(empty.endpoint().toString()), USAGE, "scans", "bucket");
  }

  @Test
  void aServerThatThrottlesForEver() throws IOException, InterruptedException {
    FaultyS3 throttling = server((_, _) -> Fault.THROTTLED, Duration.ZERO);
    refused(build(throttling.endpoint().toString()), RETRYABLE, "s3://scans/source/", "SlowDown");
    assertThat(throttling.count(Fault.THROTTLED)).isGreaterThan(2);
  }

  @Test
  void aServerThatThrottlesBreaksAndIsSlowGivesTheSameShards()
      throws IOException, InterruptedException {
    FaultyS3 unreliable =
        server(
            FaultPlan.seeded(
                11,
                0.1,
                EnumSet.of(
                    Fault.THROTTLED,
                    Fault.SERVER_ERROR,
                    Fault.RESET,
                    Fault.TRUNCATED_BODY,
                    Fault.SLOW_BODY),
                2),
            Duration.ofMillis(5));

    Outcome outcome = run(unreliable.endpoint().toString(), "run");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(unreliable.count(Fault.THROTTLED)).isPositive();
    assertThat(unreliable.count(Fault.TRUNCATED_BODY)).isPositive();
    Path local = project.work("local");
    assertThat(Program.plain().run("run", project.config(), "--work", local.toString()).exitCode())
        .isZero();
    assertThat(RunBytes.shardsOf(RunBytes.latest(project.work("work"))))
        .isEqualTo(RunBytes.shardsOf(RunBytes.latest(local)));
  }
}
