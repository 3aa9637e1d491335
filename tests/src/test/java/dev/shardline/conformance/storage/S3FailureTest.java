package dev.shardline.conformance.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.failure.ExitCode;
import dev.shardline.faults.Fault;
import dev.shardline.faults.FaultPlan;
import dev.shardline.faults.FaultyS3;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.Content;
import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectPage;
import dev.shardline.storage.ObjectVersion;
import dev.shardline.storage.StorageFailure;
import dev.shardline.storage.s3.S3Credentials;
import dev.shardline.storage.s3.S3Retries;
import dev.shardline.storage.s3.S3Settings;
import dev.shardline.storage.s3.S3Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the S3 store does and says when the server, the network or the user fails.
class S3FailureTest {
  private static final ObjectLocation OBJECT = ObjectLocation.parse("s3://bucket/folder/object");
  private static final byte[] CONTENT = StoreUnderTest.randomBytes(9, 300_000);

  private FaultyS3 server;
  private S3Store store;

  @BeforeEach
  void start() throws IOException {
    server = FaultyS3.start(FaultPlan.NONE).withBucket("bucket");
    server.put("bucket", OBJECT.key(), CONTENT);
    store = new S3Store(server.settings());
  }

  @AfterEach
  void stop() throws IOException {
    store.close();
    server.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"THROTTLED", "SERVER_ERROR", "RESET", "LOST_ANSWER", "TRUNCATED_BODY", "SLOW_BODY"})
  void readOutlivesTwoFaultsInARow(Fault fault) throws IOException {
    server.plan(FaultPlan.first(2, fault, "GET"));

    assertThat(store.read(OBJECT)).isEqualTo(CONTENT);
    assertThat(server.count(fault)).isPositive();
  }

  @Test
  void readOutlivesBodiesThatStall() throws IOException {
    server.plan(FaultPlan.first(2, Fault.STALLED_BODY, "GET"));

    try (S3Store impatient = new S3Store(server.settings().withTimeout(Duration.ofMillis(300)))) {
      assertThat(impatient.read(OBJECT)).isEqualTo(CONTENT);
    }
    assertThat(server.count(Fault.STALLED_BODY)).isPositive();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"THROTTLED", "SERVER_ERROR", "RESET", "TRUNCATED_BODY", "WRONG_LENGTH"})
  void laterPagesOutliveFaults(Fault fault) throws IOException {
    server.put("bucket", "folder/other", CONTENT);
    server.put("bucket", "folder/third", CONTENT);
    server.plan(FaultPlan.first(2, fault, "start-after"));

    assertThat(keysPageByPage())
        .containsExactly("folder/object", "folder/other", "folder/third")
        .isEqualTo(keysPageByPage());
    assertThat(server.count(fault)).isPositive();
  }

  private List<String> keysPageByPage() throws IOException {
    List<String> keys = new ArrayList<>();
    ObjectLocation folder = ObjectLocation.parse("s3://bucket/folder/");
    ObjectPage page;
    do {
      String after = keys.isEmpty() ? "" : keys.getLast();
      page = store.list(new ListRequest(folder, after, ListRequest.Depth.RECURSIVE, 1));
      page.objects().forEach(object -> keys.add(object.location().key()));
    } while (page.more());
    return keys;
  }

  @Test
  void rangeOfWrongLengthIsReadToItsEnd() throws IOException {
    server.plan(FaultPlan.first(1, Fault.WRONG_LENGTH, "GET"));

    try (InputStream range = store.open(OBJECT, ObjectVersion.ANY, new ByteRange(1000, 50_000))) {
      assertThat(range.readAllBytes()).isEqualTo(Arrays.copyOfRange(CONTENT, 1000, 51_000));
    }
    assertThat(server.count(Fault.WRONG_LENGTH)).isPositive();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"THROTTLED", "SERVER_ERROR", "RESET", "TRUNCATED_BODY", "WRONG_LENGTH"})
  void listingOutlivesTwoFaultsInARow(Fault fault) throws IOException {
    server.plan(FaultPlan.first(2, fault, "list-type=2"));

    assertThat(store.listAll(OBJECT)).hasSize(1);
    assertThat(server.count(fault)).isEqualTo(2);
  }

  @Test
  void throttlingWithoutEndIsOneClearRetryableFailure() {
    assertFails(Fault.THROTTLED, ExitCode.RETRYABLE, "still throttling (503 SlowDown) after 6");
  }

  @Test
  void serverErrorWithoutEndIsOneClearRetryableFailure() {
    assertFails(Fault.SERVER_ERROR, ExitCode.RETRYABLE, "still failed (500 InternalError) after 6");
  }

  @Test
  void connectionThatAlwaysBreaksIsOneClearRetryableFailure() {
    assertFails(Fault.RESET, ExitCode.RETRYABLE, "no answer from http://127.0.0.1");
  }

  @Test
  void bodyThatAlwaysBreaksIsOneClearRetryableFailure() {
    server.plan((_, _) -> Fault.STALLED_BODY);
    S3Store impatient =
        new S3Store(
            server
                .settings()
                .withTimeout(Duration.ofMillis(300))
                .withRetries(new S3Retries(2, Duration.ofMillis(1), Duration.ofMillis(1))));

    assertThatThrownBy(() -> impatient.read(OBJECT))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Cannot read " + OBJECT)
        .hasMessageContaining("the connection broke 2 times")
        .satisfies(failure -> assertEnds((IOException) failure, ExitCode.RETRYABLE));
  }

  @Test
  void missingPermissionIsTheUsersToMend() {
    assertFails(Fault.FORBIDDEN, ExitCode.USAGE, "permission denied to read");
    assertThatThrownBy(() -> store.list(ListRequest.everythingUnder(OBJECT)))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessageContaining("permission denied to list");
    assertThatThrownBy(() -> store.publish(OBJECT, Content.ofText("")))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessageContaining("permission denied to publish");
    assertThatThrownBy(() -> store.head(OBJECT)).isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void otherRegionIsNamed() {
    assertFails(Fault.ELSEWHERE, ExitCode.USAGE, "in another region; set AWS_REGION=eu-west-3");
  }

  @Test
  void missingBucketIsSaidToBeMissing() {
    ObjectLocation elsewhere = ObjectLocation.parse("s3://no-such-bucket/object");

    assertThatThrownBy(() -> store.read(elsewhere))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("there is no such bucket");
    assertThatThrownBy(() -> store.list(ListRequest.everythingUnder(elsewhere)))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("there is no such bucket");
    assertThatThrownBy(() -> store.write(elsewhere, Content.ofText("x")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("there is no such bucket");
  }

  @Test
  void missingCredentialsAreExplained() {
    S3Store nobody =
        new S3Store(server.settings().withCredentials(new S3Credentials.FromEnvironment()));
    withoutAwsEnvironment(() ->
        assertThatThrownBy(() -> nobody.read(OBJECT))
            .isInstanceOf(AccessDeniedException.class)
            .hasMessageContaining("no AWS credentials found; set AWS_ACCESS_KEY_ID")
            .satisfies(failure -> assertEnds((IOException) failure, ExitCode.USAGE)));
  }

  @Test
  void missingRegionIsExplained() {
    S3Store nowhere = new S3Store(S3Settings.aws());
    withoutAwsEnvironment(() ->
        assertThatThrownBy(() -> nowhere.read(OBJECT))
            .isInstanceOf(FileSystemException.class)
            .hasMessageContaining("no AWS region is known; set AWS_REGION"));
  }

  @Test
  void serverThatIsDownIsNamed() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    S3Settings down =
        new S3Settings(
            URI.create("http://127.0.0.1:" + port),
            "us-east-1",
            new S3Credentials.Key("any", "any"),
            S3Settings.Addressing.PATH,
            S3Settings.Checksums.WHEN_REQUIRED,
            4,
            Duration.ofSeconds(1),
            new S3Retries(3, Duration.ofMillis(1), Duration.ofMillis(1)));
    try (S3Store unreachable = new S3Store(down)) {
      assertThatThrownBy(() -> unreachable.read(OBJECT))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no answer from http://127.0.0.1:" + port + " after 3 attempt(s)")
          .satisfies(failure -> assertEnds((IOException) failure, ExitCode.RETRYABLE));
    }
  }

  @Test
  void interruptedThreadIsToldSo() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> store.read(OBJECT)).isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void contentThatVanishedIsNamed() {
    Path missing = Path.of("/no/such/file");

    assertThatThrownBy(() -> store.write(OBJECT, new Content.OfFile(missing, 10)))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("/no/such/file");
    assertThatThrownBy(() -> store.publish(OBJECT, new Content.OfFile(missing, 10)))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("/no/such/file");
  }

  private void assertFails(Fault always, ExitCode exitCode, String message) {
    server.plan((_, _) -> always);

    assertThatThrownBy(() -> store.read(OBJECT))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(OBJECT.toString())
        .hasMessageContaining(message)
        .satisfies(failure -> assertEnds((IOException) failure, exitCode));
  }

  private static void assertEnds(IOException failure, ExitCode exitCode) {
    assertThat(StorageFailure.ending(failure).exitCode()).isEqualTo(exitCode);
  }

  /// Runs something where the SDK finds neither credentials nor a region, whatever machine this is.
  private static void withoutAwsEnvironment(Runnable test) {
    Assumptions.assumeThat(System.getenv())
        .as("no AWS variables on this machine")
        .doesNotContainKeys("AWS_ACCESS_KEY_ID", "AWS_REGION", "AWS_PROFILE");
    System.setProperty("aws.sharedCredentialsFile", "/no/such/file");
    System.setProperty("aws.configFile", "/no/such/file");
    System.setProperty("aws.disableEc2Metadata", "true");
    try {
      test.run();
    } finally {
      System.clearProperty("aws.sharedCredentialsFile");
      System.clearProperty("aws.configFile");
      System.clearProperty("aws.disableEc2Metadata");
    }
  }
}
