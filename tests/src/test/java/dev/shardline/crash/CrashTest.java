package dev.shardline.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.commit.CommitStep;
import dev.shardline.crash.WorkerProcess.Ended;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.local.LocalStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Workers on a folder, killed right after each step of a commit, at any two steps one after the
/// other, and at any moment: each time the next one ends with the bytes of an undisturbed run, and
/// the audit passes.
class CrashTest {
  private static final WorkerProcess PROCESS = new WorkerProcess();
  private static final int OF_EACH_SAMPLE = 5;

  @TempDir private static Path folder = Path.of("");

  private static ObjectLocation dataset = ObjectLocation.parse("file:///");
  private static Ended undisturbed = new Ended(0, "", 0);
  private static SortedMap<String, String> expected = new TreeMap<>();

  @BeforeAll
  static void runUndisturbed() throws IOException, InterruptedException {
    try (LocalStore store = new LocalStore()) {
      dataset = TextDataset.build(store, place("work"));
    }
    undisturbed = work("undisturbed", WorkerProcess.NEVER);
    assertThat(undisturbed.code()).as(undisturbed.output()).isZero();
    expected = files("undisturbed");
    assertThat(expected).isNotEmpty();
  }

  private static ObjectLocation place(String name) {
    return ObjectLocation.ofPath(folder.resolve(name)).asDirectory();
  }

  private static Ended work(String run, String fatalStep) throws IOException, InterruptedException {
    return work(run, run, fatalStep);
  }

  private static Ended work(String run, String disk, String fatalStep)
      throws IOException, InterruptedException {
    return PROCESS.work(
        dataset.toString(), place(run).toString(), folder.resolve(disk + "-scratch"), fatalStep);
  }

  /// What the store lists: a killed process may leave temporary files, which are no objects.
  private static SortedMap<String, String> files(String run) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    ObjectLocation root = place(run);
    try (LocalStore store = new LocalStore()) {
      for (ObjectSummary object : store.listAll(root)) {
        files.put(
            object.location().key().substring(root.key().length()),
            new String(store.read(object.location()), StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  private static void endsAsUndisturbed(String run, String disk, String killed) throws Exception {
    Ended last = work(run, disk, WorkerProcess.NEVER);
    assertThat(last.code()).as(last.output()).isZero();
    isAsUndisturbed(run, killed);
  }

  private static void isAsUndisturbed(String run, String killed) throws IOException {
    assertThat(files(run)).as(killed).isEqualTo(expected);
    try (LocalStore store = new LocalStore()) {
      assertThat(KilledWorker.conclude(store, dataset, place(run)).findings()).as(killed).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWorkerKilledRightAfterAStepIsResumedToTheSameBytes(CommitStep step) throws Exception {
    boolean isOfSample = step == CommitStep.RECORDS_SPOOLED || step == CommitStep.SAMPLE_JOURNALED;
    int occurrence = WorkerProcess.oneOf(isOfSample ? OF_EACH_SAMPLE : 2, step.name());
    String point = step + ":" + occurrence;
    String run = "after-" + step;

    assertThat(work(run, point).code()).as(point).isEqualTo(WorkerProcess.KILLED);

    endsAsUndisturbed(run, run, "killed after " + point);
  }

  @Test
  void aWorkerKilledAtAnyTwoStepsIsResumedToTheSameBytes() throws Exception {
    WorkerProcess.tryPoints(
        undisturbed.steps(),
        (run, first, second, sameDisk) -> {
          String killed = "killed at steps %s, %s".formatted(first, second);
          assertThat(work(run, first).code()).as(killed).isEqualTo(WorkerProcess.KILLED);
          String disk = sameDisk ? run : run + "-other-machine";
          if (work(run, disk, second).code() == 0) {
            isAsUndisturbed(run, killed);
          } else {
            endsAsUndisturbed(run, disk, killed);
          }
        });
  }

  /// Between any two writes, wherever they are: killed from outside, blindly.
  @Test
  void aWorkerKilledAtAnyMomentIsResumedToTheSameBytes() throws Exception {
    Random random = new Random(WorkerProcess.points());
    for (int i = 0; i < WorkerProcess.points(); i++) {
      String run = "moment-" + i;
      long nanos = (long) (random.nextDouble() * undisturbed.nanos());
      Ended killed =
          PROCESS.workAndKill(
              dataset.toString(), place(run).toString(), folder.resolve(run + "-scratch"), nanos);
      endsAsUndisturbed(
          run, run, "killed after %d µs, ended with %d".formatted(nanos / 1000, killed.code()));
    }
  }
}
