package dev.shardline.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.crash.WorkerProcess.Ended;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.local.LocalStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Redrives and resumes killed right after any of the changes they make, and begun again: each time
/// the bytes of a run in which nothing ever failed, and the audit passes.
class RedriveCrashTest {
  private static final WorkerProcess WORKER = new WorkerProcess();

  @TempDir private Path folder;

  private ObjectLocation dataset = ObjectLocation.parse("file:///");
  private SortedMap<String, String> expected = new TreeMap<>();

  @BeforeEach
  void runUndisturbed() throws IOException, InterruptedException {
    try (LocalStore store = new LocalStore()) {
      dataset = TextDataset.build(store, place("work"));
    }
    succeeds(again("resume", "undisturbed", WorkerProcess.NEVER));
    expected = files("undisturbed");
    assertThat(expected).containsKey("index.json");
  }

  private ObjectLocation place(String name) {
    return ObjectLocation.ofPath(folder.resolve(name)).asDirectory();
  }

  private Ended again(String command, String run, String fatal)
      throws IOException, InterruptedException {
    return new WorkerProcess(KilledRedrive.class, command)
        .work(dataset.toString(), place(run).toString(), scratch(run), fatal);
  }

  private Path scratch(String run) {
    return folder.resolve(run + "-scratch");
  }

  private static void succeeds(Ended ended) {
    assertThat(ended.code()).as(ended.output()).isZero();
  }

  private SortedMap<String, String> files(String run) throws IOException {
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

  /// A run that was done while one object was away, and concluded.
  private void fail(String run) throws IOException, InterruptedException {
    Path source = folder.resolve("work/source/text/t05.txt");
    Path away = folder.resolve("away.txt");
    Files.move(source, away);
    succeeds(again("resume", run, WorkerProcess.NEVER));
    Files.move(away, source);
    assertThat(files(run)).containsKey("index.json").isNotEqualTo(expected);
  }

  private void isAsUndisturbed(String run, String killed) throws IOException {
    assertThat(files(run)).as(killed).isEqualTo(expected);
    try (LocalStore store = new LocalStore()) {
      assertThat(KilledWorker.conclude(store, dataset, place(run)).findings()).as(killed).isEmpty();
    }
  }

  @Test
  void aKilledRedriveIsEndedByTheNext() throws Exception {
    fail("counted");
    Ended whole = again("redrive", "counted", WorkerProcess.NEVER);
    succeeds(whole);
    isAsUndisturbed("counted", "not killed");

    WorkerProcess.tryPoints(
        whole.steps(),
        (run, first, second, _) -> {
          String killed = "redrive killed after changes %s, %s".formatted(first, second);
          fail(run);
          assertThat(again("redrive", run, first).code())
              .as(killed)
              .isEqualTo(WorkerProcess.KILLED);
          again("redrive", run, second);
          succeeds(again("redrive", run, WorkerProcess.NEVER));
          isAsUndisturbed(run, killed);
        });
  }

  @Test
  void aKilledResumeIsEndedByTheNext() throws Exception {
    succeeds(
        WORKER.work(dataset.toString(), place("begun").toString(), scratch("begun"), "NONE:0"));
    int changes = files("begun").size();

    WorkerProcess.tryPoints(
        changes,
        (run, first, second, _) -> {
          String killed = "resume killed after changes %s, %s".formatted(first, second);
          assertThat(again("resume", run, first).code()).as(killed).isEqualTo(WorkerProcess.KILLED);
          again("resume", run, second);
          succeeds(again("resume", run, WorkerProcess.NEVER));
          isAsUndisturbed(run, killed);
        });
  }
}
