package dev.shardline.scratch;

import dev.shardline.failure.RetryableException;
import dev.shardline.file.FileBytes;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file of numbers or bytes that is gone when closed, or when the process ends. Numbers are
/// little-endian. Safe for many threads as far as they write different places.
///
/// Whatever the disk refuses ends in [RetryableException]: it is never the sample's fault.
public final class ScratchFile implements AutoCloseable {
  private static final int CHUNK = 1 << 18;

  private final Path path;
  private final FileChannel channel;
  private long end;

  private ScratchFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  static ScratchFile in(Path folder) throws IOException {
    Path path = Files.createTempFile(folder, "recording-", ".scratch");
    return new ScratchFile(
        path,
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  static RetryableException failed(Path place, IOException failure) {
    return new RetryableException(
        "The scratch folder fails at %s: %s".formatted(place, failure.getMessage()), failure);
  }

  /// Writes the first `count` floats of `values` from byte `position` on.
  public void write(long position, float[] values, int count) {
    ByteBuffer chunk = chunk((long) count * Float.BYTES);
    for (int done = 0; done < count; ) {
      int part = Math.min(chunk.capacity() / Float.BYTES, count - done);
      chunk.clear().limit(part * Float.BYTES);
      chunk.asFloatBuffer().put(values, done, part);
      write(position + (long) done * Float.BYTES, chunk);
      done += part;
    }
  }

  /// Writes the first `count` doubles of `values` from byte `position` on.
  public void write(long position, double[] values, int count) {
    ByteBuffer chunk = chunk((long) count * Double.BYTES);
    for (int done = 0; done < count; ) {
      int part = Math.min(chunk.capacity() / Double.BYTES, count - done);
      chunk.clear().limit(part * Double.BYTES);
      chunk.asDoubleBuffer().put(values, done, part);
      write(position + (long) done * Double.BYTES, chunk);
      done += part;
    }
  }

  /// Fills `into` with floats from byte `position` on.
  public void read(long position, float[] into) {
    ByteBuffer chunk = chunk((long) into.length * Float.BYTES);
    for (int done = 0; done < into.length; ) {
      int part = Math.min(chunk.capacity() / Float.BYTES, into.length - done);
      chunk.clear().limit(part * Float.BYTES);
      read(position + (long) done * Float.BYTES, chunk);
      chunk.asFloatBuffer().get(into, done, part);
      done += part;
    }
  }

  /// Fills `into` with doubles from byte `position` on.
  public void read(long position, double[] into) {
    ByteBuffer chunk = chunk((long) into.length * Double.BYTES);
    for (int done = 0; done < into.length; ) {
      int part = Math.min(chunk.capacity() / Double.BYTES, into.length - done);
      chunk.clear().limit(part * Double.BYTES);
      read(position + (long) done * Double.BYTES, chunk);
      chunk.asDoubleBuffer().get(into, done, part);
      done += part;
    }
  }

  /// Writes bytes behind what was appended before. For one thread.
  ///
  /// @return where they begin
  public long append(byte[] bytes) {
    long position = end;
    write(position, ByteBuffer.wrap(bytes));
    end += bytes.length;
    return position;
  }

  /// The bytes from `position` on.
  public byte[] read(long position, int length) {
    byte[] bytes = new byte[length];
    read(position, ByteBuffer.wrap(bytes));
    return bytes;
  }

  private static ByteBuffer chunk(long bytes) {
    return ByteBuffer.allocate((int) Math.min(CHUNK, bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void write(long position, ByteBuffer from) {
    try {
      long at = position;
      while (from.hasRemaining()) {
        at += channel.write(from, at);
      }
    } catch (IOException failure) {
      throw failed(path, failure);
    } finally {
      from.rewind();
    }
  }

  private void read(long position, ByteBuffer into) {
    try {
      for (int done = 0; done < into.limit(); ) {
        int left = into.limit() - done;
        int count = FileBytes.read(channel, position + done, into.array(), done, left);
        if (count < 0) {
          throw new EOFException("it ends at byte " + (position + done));
        }
        done += count;
      }
    } catch (IOException failure) {
      throw failed(path, failure);
    }
  }

  /// Removes the file.
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failure) {
      throw failed(path, failure);
    }
  }
}
