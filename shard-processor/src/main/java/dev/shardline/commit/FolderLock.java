package dev.shardline.commit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Holds a folder for one process by a lock on a file in it. The file may go away together with the
/// folder while another process is about to lock it: whoever gets a lock looks whether the file
/// that the folder has is the one that was locked.
final class FolderLock implements Closeable {
  static final String FILE_NAME = "lock";

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /// Takes the folder, made if need be; null if somebody holds it.
  static @Nullable FolderLock take(Path folder) throws IOException {
    while (true) {
      FileChannel channel = open(folder);
      if (channel != null) {
        if (!isLocked(channel)) {
          channel.close();
          return null;
        }
        if (isThatOfFolder(folder, channel)) {
          return new FolderLock(folder, channel);
        }
        channel.close();
      }
    }
  }

  /// The folder's file; null if the folder went away just now.
  private static @Nullable FileChannel open(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
      return FileChannel.open(
          folder.resolve(FILE_NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (NoSuchFileException _) {
      return null;
    } catch (FileAlreadyExistsException present) {
      if (Files.isRegularFile(folder)) {
        throw present;
      }
      return null;
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      // held by this very process
      return false;
    }
  }

  /// Makes the locked file so long as no other is likely to be, and looks whether the folder's file
  /// is just as long. Must not open it: POSIX gives up a process's lock when it closes any of its
  /// descriptors of that file.
  private static boolean isThatOfFolder(Path folder, FileChannel channel) throws IOException {
    long length = ThreadLocalRandom.current().nextLong(1, Integer.MAX_VALUE);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(new byte[1]), length - 1);
    try {
      return Files.size(folder.resolve(FILE_NAME)) == length;
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  /// Removes the folder, in which nothing else is left, and gives it free. Somebody may take it at
  /// that moment: then it stays.
  void removeFolder() throws IOException {
    try (channel) {
      Files.delete(folder.resolve(FILE_NAME));
      Files.delete(folder);
    } catch (DirectoryNotEmptyException | NoSuchFileException _) {
      // the next one has it already
    }
  }

  /// Gives the folder free.
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
