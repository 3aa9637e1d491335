package dev.shardline.storage.local;

import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.ObjectVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/// What the file system tells of one name, links followed.
///
/// @param modifiedNanos since 1970, as fine as the file system keeps it
record FileFacts(Kind kind, long bytes, long modifiedNanos) {
  /// What stands behind a name.
  enum Kind {
    FILE,
    FOLDER,
    /// A symbolic link to nothing.
    BROKEN_LINK,
    /// A device, a socket, a pipe.
    OTHER
  }

  /// @throws NoSuchFileException if there is no such name, or it is a link to nothing
  static FileFacts read(Path path) throws IOException {
    return of(Files.readAttributes(path, BasicFileAttributes.class));
  }

  /// Like [#read(Path)], but a link to nothing is a fact too.
  static FileFacts readName(Path path) throws IOException {
    try {
      return read(path);
    } catch (NoSuchFileException missing) {
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        return new FileFacts(Kind.BROKEN_LINK, 0, 0);
      }
      throw missing;
    }
  }

  private static FileFacts of(BasicFileAttributes attributes) {
    Kind kind =
        attributes.isRegularFile()
            ? Kind.FILE
            : attributes.isDirectory() ? Kind.FOLDER : Kind.OTHER;
    return new FileFacts(
        kind, attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
  }

  ObjectVersion version() {
    return new ObjectVersion(Long.toHexString(bytes) + "-" + Long.toHexString(modifiedNanos), "");
  }

  ObjectSummary summary(ObjectLocation location) {
    return new ObjectSummary(location, bytes, version());
  }
}
