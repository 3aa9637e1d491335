package dev.shardline.signal.format;

import dev.shardline.file.FileBytes;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The bytes of a local file, which stays open until closed. Safe for many threads.
public final class FileSource implements ByteSource, AutoCloseable {
  private final Path path;
  private final FileChannel channel;

  /// Opens the file for reading.
  ///
  /// @throws IOException if it cannot be opened
  public FileSource(Path path) throws IOException {
    this.path = path;
    this.channel = FileChannel.open(path, StandardOpenOption.READ);
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public void read(long offset, byte[] into, int at, int length) throws IOException {
    int done = 0;
    while (done < length) {
      int count = FileBytes.read(channel, offset + done, into, at + done, length - done);
      if (count < 0) {
        throw new EOFException(
            "%s ends at byte %d, %d asked".formatted(path, offset + done, offset + length));
      }
      done += count;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
