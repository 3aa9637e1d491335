package dev.shardline.volume.gzip;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;

/// Bytes read once, from first to last, plain or decompressed on the way. Not for two threads.
public interface ByteFlow {

  /// The flow of a file's bytes: decompressed if they begin as a gzip file does, else as they are.
  static ByteFlow of(byte[] file) {
    return GzipFlow.isGzip(file) ? new GzipFlow(file) : new PlainFlow(file);
  }

  /// Reads up to `length` bytes; -1 at the end.
  int read(byte[] into, int at, int length) throws MalformedDataException;

  /// How many bytes have been read.
  long position();

  /// An upper bound of how many bytes the whole flow can have: lets a reader refuse a header's
  /// claim before it allocates.
  long longestPossible();

  /// Reads on to the end, at most `limit` bytes, so that a checksum behind the data is checked.
  void drain(long limit) throws MalformedDataException;

  /// Reads exactly `length` bytes.
  ///
  /// @param field what the bytes are, for the message
  default void readFully(byte[] into, int at, int length, String field)
      throws MalformedDataException {
    int done = 0;
    while (done < length) {
      int count = read(into, at + done, length - done);
      if (count < 0) {
        throw new MalformedDataException(
            Reason.TRUNCATED,
            field,
            position(),
            (length - done) + " more bytes",
            "the end of the data");
      }
      done += count;
    }
  }

  /// Reads and forgets `count` bytes.
  ///
  /// @param field what lies behind them, for the message
  default void skip(long count, String field) throws MalformedDataException {
    byte[] scratch = new byte[(int) Math.min(count, 8192)];
    for (long left = count; left > 0; left -= scratch.length) {
      readFully(scratch, 0, (int) Math.min(left, scratch.length), field);
    }
  }
}
