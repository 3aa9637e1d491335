package dev.shardline.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.commit.CommitObserver;
import dev.shardline.failure.RetryableException;
import dev.shardline.faults.Fault;
import dev.shardline.faults.FaultPlan;
import dev.shardline.faults.FaultyS3;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.s3.S3Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A worker whose store fails in every way: either the objects of an undisturbed run, or one clear
/// failure and, once the store is well again, those objects.
@Timeout(600)
class UnreliableStoreTest {
  private static final String BUCKET = "bucket";
  private static final ObjectLocation WORK = ObjectLocation.parse("s3://bucket/work/");

  @TempDir private Path folder;
  private FaultyS3 server;
  private ObjectLocation dataset = WORK;
  private SortedMap<String, String> expected = new TreeMap<>();

  @BeforeEach
  void runUndisturbed() throws IOException, InterruptedException {
    server = FaultyS3.start(FaultPlan.NONE).withBucket(BUCKET);
    try (S3Store store = new S3Store(server.settings())) {
      dataset = TextDataset.build(store, WORK);
    }
    work("undisturbed");
    expected = objects("undisturbed");
    assertThat(expected).isNotEmpty();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private void work(String run) throws IOException, InterruptedException {
    S3Store store = new S3Store(server.settings());
    int steps =
        KilledWorker.work(
            store,
            dataset,
            ObjectLocation.parse("s3://bucket/" + run + "/"),
            folder.resolve(run),
            CommitObserver.NONE,
            new AtomicInteger());
    assertThat(steps).isZero();
  }

  private SortedMap<String, String> objects(String run) {
    SortedMap<String, String> objects = new TreeMap<>();
    server
        .objects(BUCKET)
        .forEach((key, bytes) -> {
          if (key.startsWith(run + "/")) {
            objects.put(
                key.substring(run.length()), new String(bytes, StandardCharsets.ISO_8859_1));
          }
        });
    return objects;
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {
        "THROTTLED",
        "SKEWED_CLOCK",
        "SERVER_ERROR",
        "FALSE_ERROR",
        "RESET",
        "LOST_ANSWER",
        "TRUNCATED_BODY",
        "WRONG_LENGTH",
        "SLOW_BODY"
      })
  void passingFaultsChangeNothing(Fault fault) throws Exception {
    server.plan(FaultPlan.seeded(11, 0.3, EnumSet.of(fault), 2));

    work("run");

    assertThat(server.count(fault)).isPositive();
    assertThat(objects("run")).isEqualTo(expected);
  }

  @Test
  void aStoreThatStaysDownIsOneClearFailureAndNothingIsLost() throws Exception {
    server.plan((request, _) ->
        request.contains("run/train/part-00001-") ? Fault.SERVER_ERROR : Fault.NONE);
    assertThatThrownBy(() -> work("run")).isInstanceOf(RetryableException.class);
    assertThat(objects("run")).doesNotContainKey("/train/part-00001.ledger");

    server.plan(FaultPlan.NONE);
    work("run");

    assertThat(objects("run")).isEqualTo(expected);
  }

  @Test
  void aBucketThatMayNotBeWrittenIsOneClearFailure() {
    server.plan((request, _) -> request.startsWith("PUT") ? Fault.FORBIDDEN : Fault.NONE);

    assertThatThrownBy(() -> work("run")).hasMessageContaining("s3://bucket/run/");
    assertThat(objects("run")).isEmpty();
  }
}
