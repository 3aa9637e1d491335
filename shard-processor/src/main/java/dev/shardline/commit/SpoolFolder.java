package dev.shardline.commit;

import dev.shardline.dataset.PartId;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder on this machine's disk that belongs to one process as long as it is open. Two workers
/// on the same part get two folders.
final class SpoolFolder implements Closeable {
  private static final int MOST = 1000;
  private static final String RECORDS = "records-";

  private final Path path;
  private final FolderLock lock;

  private SpoolFolder(Path path, FolderLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /// The first of the part's folders that nobody holds.
  static SpoolFolder take(Path scratch, PartId part) throws IOException {
    for (int number = 0; number < MOST; number++) {
      Path path =
          scratch
              .resolve(part.split().name())
              .resolve(part.fileName() + (number == 0 ? "" : "." + number));
      FolderLock lock = FolderLock.take(path);
      if (lock != null) {
        return new SpoolFolder(path, lock);
      }
    }
    throw new IOException(
        "%d workers hold part %s in %s; stop them first".formatted(MOST, part, scratch));
  }

  Path path() {
    return path;
  }

  /// The file for the records of a shard to be. One that a local store published under a second
  /// name is replaced by a copy, so that what is published never changes.
  Path records(int number) throws IOException {
    Path file = path.resolve(RECORDS + number);
    if (Files.exists(file) && isPublished(file)) {
      Path copy = path.resolve("copy");
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }

  private static boolean isPublished(Path file) throws IOException {
    boolean countsNames = file.getFileSystem().supportedFileAttributeViews().contains("unix");
    return !countsNames
        || !(Files.getAttribute(file, "unix:nlink") instanceof Integer names)
        || names > 1;
  }

  /// Removes the records of another run or version.
  void removeRecords() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith(RECORDS)) {
          Files.delete(file);
        }
      }
    }
  }

  /// A folder inside, emptied of what an earlier try left.
  Path emptyWorkFolder() throws IOException {
    Path work = path.resolve("work");
    deleteTree(work);
    return Files.createDirectories(work);
  }

  /// Removes everything while nobody else can take the folder, then gives it free.
  void delete() throws IOException {
    List<Path> content;
    try (Stream<Path> files = Files.list(path)) {
      content = files.filter(file -> !file.endsWith(FolderLock.FILE_NAME)).toList();
    }
    for (Path file : content) {
      deleteTree(file);
    }
    lock.removeFolder();
  }

  private static void deleteTree(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      paths.sorted(Comparator.reverseOrder()).forEach(SpoolFolder::deleteOne);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Gives the folder free.
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
