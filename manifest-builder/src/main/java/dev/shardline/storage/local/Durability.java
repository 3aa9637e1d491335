package dev.shardline.storage.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Makes files, names and folders survive a crash of the machine.
final class Durability {
  private Durability() {}

  /// Forces a file's bytes to the disk.
  static void flushFile(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// Forces the names in a folder to the disk.
  static void flushFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// Makes a folder and those above it, and their names durable.
  static void createFolder(Path folder) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    @Nullable Path above = folder;
    while (above != null && !Files.isDirectory(above)) {
      missing.push(above);
      above = above.getParent();
    }
    Files.createDirectories(folder);
    for (Path made : missing) {
      Path parent = made.getParent();
      if (parent != null) {
        flushFolder(parent);
      }
    }
  }
}
