package dev.shardline.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.crash.WorkerProcess.Ended;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.local.LocalStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workers on a folder, killed at any step of a commit.
class CrashTest {
  private final WorkerProcess process = new WorkerProcess();

  @TempDir private Path folder;

  @BeforeEach
  void build() throws IOException {
    try (LocalStore store = new LocalStore()) {
      TextDataset.build(store, place("dataset"));
    }
  }

  private ObjectLocation place(String name) {
    return ObjectLocation.ofPath(folder.resolve(name)).asDirectory();
  }

  private Ended work(String run, int fatalStep) throws IOException, InterruptedException {
    return process.work(
        place("dataset").toString(),
        place(run).toString(),
        folder.resolve(run + "-scratch"),
        fatalStep);
  }

  /// What the store lists: a killed process may leave temporary files, which are no objects.
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

  @Test
  void aWorkerKilledAtAnyStepsIsResumedToTheSameBytes() throws Exception {
    Ended undisturbed = work("undisturbed", 0);
    assertThat(undisturbed.code()).as(undisturbed.output()).isZero();
    SortedMap<String, String> expected = files("undisturbed");

    WorkerProcess.tryPoints(
        Integer.parseInt(undisturbed.output()),
        (run, first, second) -> {
          assertThat(work(run, first).code())
              .as("killed at step %d", first)
              .isEqualTo(WorkerProcess.KILLED);
          if (work(run, second).code() != 0) {
            Ended last = work(run, 0);
            assertThat(last.code()).as(last.output()).isZero();
          }
          assertThat(files(run)).as("killed at steps %d, %d", first, second).isEqualTo(expected);
        });
  }
}
