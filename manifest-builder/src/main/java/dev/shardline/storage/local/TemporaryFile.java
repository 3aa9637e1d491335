package dev.shardline.storage.local;

import dev.shardline.storage.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Content on its way to its name, in the folder where it will stand: complete and flushed. Named
/// `.shardline-….tmp`, which listings leave out. Gone when closed, unless moved; a killed process
/// leaves it behind, and it may be deleted whenever nothing runs there.
final class TemporaryFile implements AutoCloseable {
  private static final String START = ".shardline-";
  private static final String END = ".tmp";

  private final Path path;

  private TemporaryFile(Path path) {
    this.path = path;
  }

  /// Whether a file of this name is on its way to another name.
  static boolean names(String fileName) {
    return fileName.startsWith(START) && fileName.endsWith(END);
  }

  /// Writes the content beside its `target`, making the folder if need be. A finished file on the
  /// same file system gets a second name; other content is copied to a file with the permissions
  /// that any new file gets.
  static TemporaryFile of(Path target, Content content) throws IOException {
    Path folder = LocalPaths.parent(target);
    Durability.createFolder(folder);
    TemporaryFile temporary = new TemporaryFile(folder.resolve(START + UUID.randomUUID() + END));
    try {
      if (!temporary.isSecondNameOf(content)) {
        temporary.fill(content);
      }
      return temporary;
    } catch (IOException | RuntimeException failure) {
      temporary.close();
      throw failure;
    }
  }

  private boolean isSecondNameOf(Content content) throws IOException {
    if (!(content instanceof Content.OfFinishedFile(Path file, _))) {
      return false;
    }
    try {
      Files.createLink(path, file.toRealPath());
    } catch (UnsupportedOperationException | FileSystemException _) {
      return false;
    }
    Durability.flushFile(path);
    return true;
  }

  private void fill(Content content) throws IOException {
    try (FileChannel channel =
            FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        InputStream from = content.open()) {
      OutputStream to = Channels.newOutputStream(channel);
      from.transferTo(to);
      channel.force(true);
    }
  }

  Path path() {
    return path;
  }

  /// Gives the content its name, in place of what had it.
  void moveTo(Path target) throws IOException {
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
