package dev.shardline.storage.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenFileTest {
  private static final int READS = 5_000;

  @TempDir private Path folder;

  @Test
  void factsAreThoseOfTheFileThatWasOpened() throws Exception {
    Path name = Files.write(folder.resolve("object"), new byte[1]);
    LocalStore store = new LocalStore();
    ObjectLocation object = ObjectLocation.ofPath(name);
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(() -> {
          for (int i = 0; !done.get(); i++) {
            replace(name, List.of(70_000, 1).get(i % 2));
          }
        });
    try {
      for (int i = 0; i < READS; i++) {
        assertThat(store.read(object).length).as("bytes of one whole file").isIn(1, 70_000);
      }
    } finally {
      done.set(true);
      writer.join();
    }
  }

  private void replace(Path name, int bytes) {
    try {
      Path next = Files.write(folder.resolve("next"), new byte[bytes]);
      Files.move(next, name, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }
}
