package dev.shardline.storage.local;

import dev.shardline.storage.Content;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Gives finished, flushed bytes their name, only if no file has it.
final class LocalPublishing {
  private LocalPublishing() {}

  /// Publishes durably. A file on the target's file system gets a second name; other content is
  /// copied to a temporary file first.
  ///
  /// @return false if the name is taken
  static boolean publish(Path target, Content content) throws IOException {
    Durability.createFolder(LocalPaths.parent(target));
    if (content instanceof Content.OfFile(Path file, _) && shareFileSystem(file, target)) {
      Durability.flushFile(file);
      return link(target, file);
    }
    try (TemporaryFile temporary = TemporaryFile.of(target, content)) {
      return link(target, temporary.path());
    }
  }

  private static boolean shareFileSystem(Path file, Path target) throws IOException {
    return Files.isRegularFile(file)
        && Files.getFileStore(file).equals(Files.getFileStore(LocalPaths.parent(target)));
  }

  private static boolean link(Path target, Path finished) throws IOException {
    try {
      Files.createLink(target, finished.toRealPath());
    } catch (FileAlreadyExistsException _) {
      return false;
    } catch (UnsupportedOperationException unsupported) {
      throw noHardLinks(target, unsupported);
    }
    Durability.flushFolder(LocalPaths.parent(target));
    return true;
  }

  private static FileSystemException noHardLinks(Path target, Throwable cause) {
    FileSystemException failure =
        new FileSystemException(
            target.toString(),
            null,
            "this file system has no hard links, which publishing a result exactly once needs;"
                + " choose a place on another file system");
    failure.initCause(cause);
    return failure;
  }
}
