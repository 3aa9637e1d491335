package dev.shardline.file;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// A new file that is written from its beginning, through the kernel's cache of files or past it:
/// what goes to the disk at once, and is not read soon, then takes neither pages of memory nor the
/// copying into them. For one thread at a time.
public final class AppendedFile implements Closeable {
  /// What is written must be a multiple of this, but for the end of the file.
  public static final int BLOCK = 1 << 12;

  private static final int CHUNK = 1 << 18;
  private static final String TRIAL = "uncached.tmp";

  private static final ThreadLocal<ByteBuffer> BUFFERS =
      ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(CHUNK + BLOCK).alignedSlice(BLOCK));

  private final FileChannel channel;
  private long length;

  private AppendedFile(FileChannel channel) {
    this.channel = channel;
  }

  /// Makes a file that is written through the cache.
  ///
  /// @param path not there yet
  public static AppendedFile cached(Path path) throws IOException {
    return open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  /// Makes a file that is written past the cache.
  ///
  /// @param path not there yet, in a folder of which [#isUncachedPossible] says so
  public static AppendedFile uncached(Path path) throws IOException {
    return open(
        path,
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, ExtendedOpenOption.DIRECT));
  }

  private static AppendedFile open(Path path, Set<OpenOption> options) throws IOException {
    return new AppendedFile(FileChannel.open(path, options));
  }

  /// Whether files in a folder can be written past the cache: tries it, for not every file system
  /// can, and some in larger blocks only.
  public static boolean isUncachedPossible(Path folder) {
    Path trial = folder.resolve(TRIAL);
    try {
      try (AppendedFile file = uncached(trial)) {
        file.write(new byte[BLOCK + 1], BLOCK + 1);
      } finally {
        Files.deleteIfExists(trial);
      }
      return true;
    } catch (IOException | UnsupportedOperationException _) {
      return false;
    }
  }

  /// Appends the first `count` of some bytes.
  ///
  /// @param count a multiple of [#BLOCK], except at the end of the file
  public void write(byte[] bytes, int count) throws IOException {
    ByteBuffer buffer = BUFFERS.get();
    for (int done = 0; done < count; ) {
      int size = Math.min(CHUNK, count - done);
      buffer.clear().put(0, bytes, done, size).limit(size + BLOCK - 1 & -BLOCK);
      while (buffer.hasRemaining()) {
        channel.write(buffer, length + buffer.position());
      }
      done += size;
      length += size;
    }
    if (length % BLOCK != 0) {
      channel.truncate(length);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
