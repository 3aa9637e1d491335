package dev.shardline.image.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// A file's bytes for a reader that may not notice their end: some go on with zeros, at the pace of
/// an exception per byte, for as long as a damaged header tells them to. After a while of that the
/// reading fails for good.
final class FiniteInput extends MemoryCacheImageInputStream {
  /// More than readers that look ahead ask for.
  private static final int PATIENCE = 4096;

  private int readsBeyondEnd;

  FiniteInput(byte[] bytes) {
    super(new ByteArrayInputStream(bytes));
  }

  @Override
  public int read() throws IOException {
    return counted(super.read());
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    return counted(super.read(into, offset, length));
  }

  private int counted(int read) throws IOException {
    if (read < 0 && ++readsBeyondEnd > PATIENCE) {
      throw new IOException("the end of the data, and reading on from there");
    }
    return read;
  }
}
