package dev.shardline.build;

import dev.shardline.threads.WaitingThreads;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Forces finished files to the disk while others are still being made, so that publishing them
/// waits for little: the disk would stand idle all the while. A head start, no promise: who
/// publishes a file forces it again, and is told of failures. Safe for many threads.
final class WriteBack implements AutoCloseable {
  private final ExecutorService disk =
      Executors.newSingleThreadExecutor(WaitingThreads.factory("write-back"));

  /// Begins to force a file that is finished.
  void begin(Path file) {
    disk.execute(() -> force(file));
  }

  private static void force(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException _) {
      // whoever publishes the file is told
    }
  }

  /// Leaves undone what has not begun.
  @Override
  public void close() {
    disk.shutdownNow();
    disk.close();
  }
}
