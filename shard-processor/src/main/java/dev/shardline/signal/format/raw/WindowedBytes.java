package dev.shardline.signal.format.raw;

import dev.shardline.signal.format.ByteSource;
import java.io.IOException;

/// A window onto a source that moves forward in large steps, so that small reads in roughly
/// ascending order cost few requests. A source in memory is one window. Not safe for concurrent
/// use.
public final class WindowedBytes {
  /// Large enough that a request's latency does not count, small enough to keep many open.
  private static final int WINDOW_BYTES = 1 << 20;

  private final ByteSource source;
  private final long end;
  private byte[] own = new byte[0];
  private byte[] window;
  private long windowStart;
  private int windowLength;

  /// @param end the offset at which the bytes of interest end; at most the source's size
  public WindowedBytes(ByteSource source, long end) {
    this.source = source;
    this.end = end;
    window = source.array().orElse(own);
    windowLength = window.length;
  }

  /// The largest range that [#locate] can be asked for.
  public static int maximumLength() {
    return WINDOW_BYTES;
  }

  /// The array that the last located range lies in; changes with the next call of [#locate].
  public byte[] bytes() {
    return window;
  }

  /// Makes sure that a range of the source is in the window.
  ///
  /// @param length at most [#maximumLength()]
  /// @return the index in [#bytes()] of the byte at `offset`
  /// @throws IOException if the range cannot be read
  public int locate(long offset, int length) throws IOException {
    if (offset < windowStart || offset + length > windowStart + windowLength) {
      load(offset, length);
    }
    return (int) (offset - windowStart);
  }

  private void load(long offset, int length) throws IOException {
    int wanted = (int) Math.max(length, Math.min(WINDOW_BYTES, end - offset));
    if (own.length < wanted) {
      own = new byte[wanted];
    }
    window = own;
    windowLength = 0;
    source.read(offset, own, 0, wanted);
    windowStart = offset;
    windowLength = wanted;
  }
}
