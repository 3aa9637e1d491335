package dev.shardline.build;

import dev.shardline.failure.RetryableException;
import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A local folder for files that are not yet named by their digest; removed with all it holds.
final class Spool implements AutoCloseable {
  private static final String NAME = ".shardline-build-";

  private final Path folder;
  private final boolean inPlace;

  private Spool(Path folder, boolean inPlace) {
    this.folder = folder;
    this.inPlace = inPlace;
  }

  /// A folder among the temporary files.
  static Spool temporary() {
    try {
      return new Spool(Files.createTempDirectory(NAME), false);
    } catch (IOException e) {
      throw new RetryableException("Cannot make a temporary folder: " + e.getMessage(), e);
    }
  }

  /// A folder in `place` if that is local, so that finished files need not be copied there. Where
  /// none can be made the temporary files' place will do; the store will say what is wrong.
  static Spool in(ObjectLocation place) {
    if (!place.scheme().equals("file")) {
      return temporary();
    }
    try {
      return new Spool(
          Files.createTempDirectory(Files.createDirectories(place.toPath()), NAME), true);
    } catch (IOException _) {
      return temporary();
    }
  }

  Path folder() {
    return folder;
  }

  /// Whether the files are where they are to stay, so that publishing only names them.
  boolean isInPlace() {
    return inPlace;
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
