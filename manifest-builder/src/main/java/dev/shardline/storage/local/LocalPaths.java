package dev.shardline.storage.local;

import dev.shardline.storage.ObjectLocation;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Which keys are paths.
final class LocalPaths {
  private LocalPaths() {}

  /// The path of a `file` location's key.
  ///
  /// @throws FileSystemException if no file can have this key
  static Path path(ObjectLocation location) throws FileSystemException {
    if (!location.container().isEmpty()) {
      throw refused(
          location, "a local place is written with three slashes, such as file:///data/images");
    }
    for (String segment : location.key().split("/", -1)) {
      switch (segment) {
        case "" -> throw refused(location, "a file's path has a name between any two slashes");
        case ".", ".." -> throw refused(location, "write the path without \"" + segment + "\"");
        default -> {}
      }
    }
    try {
      return location.toPath();
    } catch (InvalidPathException invalid) {
      throw refused(
          location,
          invalid.getReason() + " (with a locale such as LC_ALL=C.UTF-8 any Unicode name works)");
    }
  }

  /// The folder a listing of `prefix` begins in: the key up to its last slash.
  static Path folder(ObjectLocation prefix) throws FileSystemException {
    String key = prefix.key().substring(0, prefix.key().lastIndexOf('/') + 1);
    return key.isEmpty()
        ? Path.of("/")
        : path(new ObjectLocation(prefix.scheme(), prefix.container(), withoutSlash(key)));
  }

  private static String withoutSlash(String key) {
    return key.substring(0, key.length() - 1);
  }

  /// The folder that holds `path`.
  static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? Path.of("/") : parent;
  }

  private static FileSystemException refused(ObjectLocation location, String reason) {
    return new FileSystemException(
        location.toString(), null, "no file can have this name: " + reason);
  }
}
