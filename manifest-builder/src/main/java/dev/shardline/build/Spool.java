package dev.shardline.build;

import dev.shardline.failure.RetryableException;
import dev.shardline.file.AppendedFile;
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
  private final boolean uncached;

  private Spool(Path folder, boolean uncached) {
    this.folder = folder;
    this.uncached = uncached;
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
      Path folder = Files.createTempDirectory(Files.createDirectories(place.toPath()), NAME);
      return new Spool(folder, AppendedFile.isUncachedPossible(folder));
    } catch (IOException _) {
      return temporary();
    }
  }

  Path folder() {
    return folder;
  }

  /// Makes a file, and the folders above it. Where files stay they are written past the kernel's
  /// cache: publishing would have to wait until all of it is on the disk. Elsewhere they are read
  /// again soon.
  ///
  /// @param path relative to the folder
  AppendedFile create(String path) throws IOException {
    Path file = folder.resolve(path);
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    return uncached ? AppendedFile.uncached(file) : AppendedFile.cached(file);
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
