package dev.shardline.storage.local;

import dev.shardline.file.FileBytes;
import dev.shardline.storage.ObjectLocation;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.util.Objects;

/// The next bytes of a file: exactly so many, or a failure. A channel, too, so that they can be
/// read into memory outside the heap without another copy. For one thread.
final class FileRangeStream extends InputStream implements ReadableByteChannel {
  private final ObjectLocation location;
  private final FileChannel channel;
  private long remaining;

  FileRangeStream(ObjectLocation location, FileChannel channel, long length) {
    this.location = location;
    this.channel = channel;
    this.remaining = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (remaining == 0 || length == 0) {
      return length == 0 ? 0 : -1;
    }
    return counted(FileBytes.read(channel, into, offset, (int) Math.min(length, remaining)));
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (remaining == 0 || !into.hasRemaining()) {
      return into.hasRemaining() ? -1 : 0;
    }
    int end = into.limit();
    into.limit(into.position() + (int) Math.min(into.remaining(), remaining));
    try {
      return counted(channel.read(into));
    } finally {
      into.limit(end);
    }
  }

  private int counted(int count) throws EOFException {
    if (count < 0) {
      throw new EOFException(
          "%s became shorter while it was read: %d bytes are missing"
              .formatted(location, remaining));
    }
    remaining -= count;
    return count;
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
