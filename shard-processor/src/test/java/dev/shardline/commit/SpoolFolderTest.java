package dev.shardline.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.dataset.PartId;
import dev.shardline.dataset.Split;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolFolderTest {
  private static final PartId PART = new PartId(Split.TRAIN, 0);

  @TempDir private Path scratch;

  @Test
  void twoHoldersHaveTwoFolders() throws Exception {
    try (SpoolFolder one = SpoolFolder.take(scratch, PART);
        SpoolFolder other = SpoolFolder.take(scratch, PART)) {
      assertThat(other.path()).isNotEqualTo(one.path());
    }
  }

  @Test
  void whatWasLeftIsFoundAgain() throws Exception {
    try (SpoolFolder first = SpoolFolder.take(scratch, PART)) {
      Files.writeString(first.path().resolve("journal"), "line");
    }
    try (SpoolFolder again = SpoolFolder.take(scratch, PART)) {
      assertThat(again.path().resolve("journal")).hasContent("line");
    }
  }

  @Test
  void aDeletedFolderIsGone() throws Exception {
    try (SpoolFolder folder = SpoolFolder.take(scratch, PART)) {
      Files.writeString(folder.path().resolve("journal"), "line");
      folder.delete();
      assertThat(folder.path()).doesNotExist();
    }
  }

  /// A worker that ends its part deletes the folder at the moment in which another takes it:
  /// neither may fail, and nobody's files may go away under him.
  @Test
  void deletingAndTakingAtOnceHarmsNobody() throws Exception {
    List<Future<?>> workers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int worker = 0; worker < 4; worker++) {
        workers.add(
            threads.submit(() -> {
              for (int round = 0; round < 500; round++) {
                takeUseAndDelete();
              }
              return "done";
            }));
      }
    }
    for (Future<?> worker : workers) {
      assertThat(worker.get()).isEqualTo("done");
    }
  }

  private void takeUseAndDelete() throws Exception {
    try (SpoolFolder folder = SpoolFolder.take(scratch, PART)) {
      Path mine = folder.path().resolve("records-0");
      Files.writeString(mine, "mine");
      Thread.yield();
      assertThat(Files.readString(mine)).isEqualTo("mine");
      folder.delete();
    }
  }
}
