package dev.shardline.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.crash.WorkerProcess.Ended;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workers on S3, killed at any step of a commit while the store fails too; the disk of the killed
/// one kept or lost.
class S3CrashTest {
  private static final String BUCKET = "bucket";
  private static final ObjectLocation WORK = ObjectLocation.parse("s3://bucket/work/");
  private static final FaultPlan UNRELIABLE =
      FaultPlan.seeded(
          7,
          0.2,
          EnumSet.of(
              Fault.THROTTLED,
              Fault.SERVER_ERROR,
              Fault.FALSE_ERROR,
              Fault.RESET,
              Fault.LOST_ANSWER,
              Fault.TRUNCATED_BODY,
              Fault.SLOW_BODY),
          2);

  @TempDir private Path folder;
  private FaultyS3 server;
  private ObjectLocation dataset = WORK;
  private WorkerProcess process = new WorkerProcess();

  @BeforeEach
  void build() throws IOException {
    server = FaultyS3.start(FaultPlan.NONE).withBucket(BUCKET);
    try (S3Store store = new S3Store(server.settings())) {
      dataset = TextDataset.build(store, WORK);
    }
    process = new WorkerProcess(server.endpoint().toString());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private Ended work(String run, String scratch, String fatalStep)
      throws IOException, InterruptedException {
    return process.work(
        dataset.toString(), "s3://bucket/" + run + "/", folder.resolve(scratch), fatalStep);
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

  @Test
  void aWorkerKilledAtAnyStepsIsResumedToTheSameObjects() throws Exception {
    Ended undisturbed = work("undisturbed", "scratch", WorkerProcess.NEVER);
    assertThat(undisturbed.code()).as(undisturbed.output()).isZero();
    SortedMap<String, String> expected = objects("undisturbed");
    assertThat(expected).isNotEmpty();
    server.plan(UNRELIABLE);

    WorkerProcess.tryPoints(
        undisturbed.steps(),
        (run, first, second, sameDisk) -> {
          assertThat(work(run, run, first).code())
              .as("killed at step %s", first)
              .isEqualTo(WorkerProcess.KILLED);
          String scratch = sameDisk ? run : run + "-other-machine";
          if (work(run, scratch, second).code() != 0) {
            Ended last = work(run, scratch, WorkerProcess.NEVER);
            assertThat(last.code()).as(last.output()).isZero();
          }
          assertThat(objects(run)).as("killed at steps %s, %s", first, second).isEqualTo(expected);
          server.plan(FaultPlan.NONE);
          try (S3Store store = new S3Store(server.settings())) {
            ObjectLocation place = ObjectLocation.parse("s3://bucket/" + run + "/");
            assertThat(KilledWorker.conclude(store, dataset, place).findings()).isEmpty();
          }
          server.plan(UNRELIABLE);
        });
  }
}
