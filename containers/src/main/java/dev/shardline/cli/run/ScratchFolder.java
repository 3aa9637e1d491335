package dev.shardline.cli.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a run keeps on this machine while it runs: what workers have not finished, and their logs.
/// Two runs of the same thing at once share it, each with logs of its own; the last one that is
/// done deletes it. What a killed or failed run leaves, the next one uses.
final class ScratchFolder implements AutoCloseable {
  private static final String LOCK = ".lock";

  private final Path folder;
  private final FileChannel inUse;

  private ScratchFolder(Path folder, FileChannel inUse) {
    this.folder = folder;
    this.inUse = inUse;
  }

  /// Takes the folder of this name, made if need be.
  static ScratchFolder take(Path base, String name) throws IOException {
    Files.createDirectories(base);
    FileChannel channel =
        FileChannel.open(
            base.resolve(name + LOCK),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      channel.lock(0, Long.MAX_VALUE, true);
      return new ScratchFolder(Files.createDirectories(base.resolve(name)), channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// Where workers keep what they have not finished.
  Path parts() {
    return folder.resolve("parts");
  }

  /// Where the workers of this process write what they say.
  Path logs() {
    return folder.resolve("logs-" + ProcessHandle.current().pid());
  }

  /// All is done: deletes the folder, or leaves it to another run that still uses it.
  void discard() throws IOException {
    inUse.close();
    try (FileChannel last =
            FileChannel.open(lockFile(), StandardOpenOption.READ, StandardOpenOption.WRITE);
        @Nullable FileLock lock = last.tryLock()) {
      if (lock != null) {
        delete(folder);
      }
    }
  }

  private Path lockFile() {
    return folder.resolveSibling(folder.getFileName() + LOCK);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /// Lets go of the folder and leaves what is in it.
  @Override
  public void close() throws IOException {
    inUse.close();
  }
}
