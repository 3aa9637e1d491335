package dev.shardline.scratch;

import dev.shardline.failure.RetryableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The scratch files of one sample, in one folder. Closing removes them all. Safe for many threads.
public final class ScratchSpace implements AutoCloseable {
  private final Path folder;
  private final List<ScratchFile> files = new ArrayList<>();

  /// @param folder made when the first file is asked for
  public ScratchSpace(Path folder) {
    this.folder = folder;
  }

  /// A new, empty file.
  ///
  /// @param bytes how large it is going to be
  /// @throws RetryableException if the disk has less room than that, or cannot be written
  public synchronized ScratchFile file(long bytes) {
    try {
      Files.createDirectories(folder);
      requireRoom(bytes);
      ScratchFile file = ScratchFile.in(folder);
      files.add(file);
      return file;
    } catch (IOException failure) {
      throw ScratchFile.failed(folder, failure);
    }
  }

  private void requireRoom(long bytes) throws IOException {
    long room = Files.getFileStore(folder).getUsableSpace();
    if (room < bytes) {
      throw new RetryableException(
          "The scratch folder %s needs %d MiB for one recording, its disk has %d MiB left; give room or name another folder with --scratch"
              .formatted(folder, bytes >> 20, room >> 20));
    }
  }

  /// Removes all files; what still refers to them cannot be read any more.
  @Override
  public synchronized void close() {
    files.forEach(ScratchFile::close);
    files.clear();
  }
}
