package dev.shardline.signal.format.raw;

import dev.shardline.signal.format.ByteSource;
import java.io.IOException;
import java.io.InputStream;

/// A source's bytes from first to last, read in large steps.
public final class SourceStream extends InputStream {
  private static final int STEP = 1 << 18;

  private final ByteSource source;
  private final long size;
  private final byte[] buffer = new byte[STEP];
  private long offset;
  private int index;
  private int filled;

  /// @throws IOException if the source cannot tell its size
  public SourceStream(ByteSource source) throws IOException {
    this.source = source;
    this.size = source.size();
  }

  @Override
  public int read() throws IOException {
    return fill() ? buffer[index++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int at, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, filled - index);
    System.arraycopy(buffer, index, into, at, count);
    index += count;
    return count;
  }

  private boolean fill() throws IOException {
    if (index == filled && offset < size) {
      filled = (int) Math.min(STEP, size - offset);
      source.read(offset, buffer, 0, filled);
      offset += filled;
      index = 0;
    }
    return index < filled;
  }
}
