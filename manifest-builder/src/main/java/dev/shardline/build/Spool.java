package dev.shardline.build;

import dev.shardline.failure.RetryableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A local folder for files that are not yet named by their digest; removed with all it holds.
final class Spool implements AutoCloseable {
  private final Path folder;

  Spool() {
    try {
      folder = Files.createTempDirectory("shardline-build-");
    } catch (IOException e) {
      throw new RetryableException("Cannot make a temporary folder: " + e.getMessage(), e);
    }
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new RetryableException(
          "Cannot remove the temporary folder %s: %s".formatted(folder, e.getMessage()), e);
    }
  }
}
