package dev.shardline.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder that is gone when closed.
record TemporaryFolder(Path path) implements AutoCloseable {
  static TemporaryFolder in(Path parent) throws IOException {
    return new TemporaryFolder(Files.createTempDirectory(parent, "reuse-"));
  }

  @Override
  public void close() throws IOException {
    List<Path> content;
    try (Stream<Path> files = Files.walk(path)) {
      content = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : content) {
      Files.deleteIfExists(file);
    }
  }
}
