package dev.shardline.conformance.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.faults.Fault;
import dev.shardline.faults.FaultPlan;
import dev.shardline.faults.FaultyS3;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.PublishOutcome;
import dev.shardline.storage.PublishOutcome.AlreadyDifferent;
import dev.shardline.storage.PublishOutcome.AlreadyIdentical;
import dev.shardline.storage.PublishOutcome.Published;
import dev.shardline.storage.UnknownOutcomeException;
import dev.shardline.storage.s3.S3Retries;
import dev.shardline.storage.s3.S3Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Publishing must tell the truth, whatever gets lost between the store and the server.
class S3PublishingUnderFaultsTest {
  private static final ObjectLocation LEDGER = ObjectLocation.parse("s3://bucket/ledger.json");
  private static final Content CONTENT = Content.ofText("the ledger");

  private FaultyS3 server;
  private S3Store store;

  @BeforeEach
  void start() throws IOException {
    server = FaultyS3.start(FaultPlan.NONE).withBucket("bucket");
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
      names = {
        "THROTTLED",
        "SERVER_ERROR",
        "FALSE_ERROR",
        "RESET",
        "LOST_ANSWER",
        "CONFLICT",
        "TRUNCATED_BODY"
      })
  void ownWriteIsRecognisedAfterAFault(Fault fault) throws IOException {
    server.plan(FaultPlan.first(1, fault, "PUT"));

    assertThat(store.publish(LEDGER, CONTENT)).isInstanceOf(Published.class);
    assertThat(server.count(fault)).isOne();
    assertThat(there()).isEqualTo("the ledger");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"FALSE_ERROR", "LOST_ANSWER"})
  void ownWriteIsRecognisedThoughNoAnswerEverComes(Fault fault) throws IOException {
    server.plan((request, _) -> request.startsWith("PUT") ? fault : Fault.NONE);

    assertThat(store.publish(LEDGER, CONTENT)).isInstanceOf(Published.class);
    assertThat(there()).isEqualTo("the ledger");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"FALSE_ERROR", "LOST_ANSWER"})
  void foreignObjectIsRecognisedThoughNoAnswerEverComes(Fault fault) throws IOException {
    server.put("bucket", LEDGER.key(), "another ledger".getBytes(StandardCharsets.UTF_8));
    server.plan((request, _) -> request.startsWith("PUT") ? fault : Fault.NONE);

    assertThat(store.publish(LEDGER, CONTENT)).isInstanceOf(AlreadyDifferent.class);
    assertThat(store.publish(LEDGER, Content.ofText("another ledger")))
        .isInstanceOf(AlreadyIdentical.class);
    assertThat(there()).isEqualTo("another ledger");
  }

  @Test
  void outcomeIsUnknownWhereNothingCanBeSeen() {
    server.plan((_, _) -> Fault.LOST_ANSWER);

    assertThatThrownBy(() -> store.publish(LEDGER, CONTENT))
        .isInstanceOf(UnknownOutcomeException.class)
        .hasMessageContaining("not known whether " + LEDGER)
        .hasMessageContaining("Run the same command again");
    assertThat(there()).isEqualTo("the ledger");
  }

  @Test
  void outcomeIsUnknownWhereARequestMayStillArrive() {
    server.plan((request, _) -> request.startsWith("PUT") ? Fault.RESET : Fault.NONE);

    assertThatThrownBy(() -> store.publish(LEDGER, CONTENT))
        .isInstanceOf(UnknownOutcomeException.class);
  }

  @Test
  void throttledPublishingFailsWithoutDoubt() {
    server.plan((request, _) -> request.startsWith("PUT") ? Fault.THROTTLED : Fault.NONE);

    assertThatThrownBy(() -> store.publish(LEDGER, CONTENT))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(UnknownOutcomeException.class)
        .hasMessageContaining("still throttling");
    assertThat(server.objects("bucket")).isEmpty();
  }

  @Test
  void contentTooLargeForOneRequestIsRefused() {
    Content huge = new Content.OfFile(Path.of("shard.tar"), (5L << 30) + 1);

    assertThatThrownBy(() -> store.publish(LEDGER, huge))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("make the shards smaller");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void exactlyOneOfManyPublishersWinsWhateverFails(long seed) throws Exception {
    server.plan(
        FaultPlan.seeded(
            seed,
            0.6,
            EnumSet.of(
                Fault.THROTTLED, Fault.FALSE_ERROR, Fault.LOST_ANSWER, Fault.RESET, Fault.CONFLICT),
            3));

    S3Retries patient = new S3Retries(30, Duration.ofMillis(1), Duration.ofMillis(5));
    List<PublishOutcome> outcomes = race(new S3Store(server.settings().withRetries(patient)));

    assertThat(outcomes).filteredOn(Published.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(AlreadyDifferent.class::isInstance).hasSize(RACERS - 1);
    assertThat(there()).isEqualTo("ledger of " + outcomes.indexOf(winner(outcomes)));
  }

  private static final int RACERS = 8;

  private static PublishOutcome winner(List<PublishOutcome> outcomes) {
    return outcomes.stream().filter(Published.class::isInstance).findFirst().orElseThrow();
  }

  private List<PublishOutcome> race(S3Store racing) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<PublishOutcome>> racers = new ArrayList<>();
      for (int i = 0; i < RACERS; i++) {
        Content content = Content.ofText("ledger of " + i);
        racers.add(() -> racing.publish(LEDGER, content));
      }
      List<PublishOutcome> outcomes = new ArrayList<>();
      for (Future<PublishOutcome> finished : threads.invokeAll(racers)) {
        outcomes.add(finished.get());
      }
      return outcomes;
    }
  }

  private String there() {
    return new String(server.objects("bucket").get(LEDGER.key()), StandardCharsets.UTF_8);
  }
}
