package dev.shardline.volume.gzip;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// Bytes read once, from first to last, plain or decompressed on the way. Not for two threads.
public interface ByteFlow extends AutoCloseable {

  /// The flow of a file's bytes: decompressed if they begin as a gzip file does, else as they are.
  static ByteFlow of(MemorySegment file) {
    if (!GzipFlow.isGzip(file)) {
      return new PlainFlow(file);
    }
    Optional<WholeInflater> help = NativeInflate.helpFor(file);
    return help.isPresent() ? new HelpedFlow(file, help.get()) : new GzipFlow(file);
  }

  /// Says how many bytes will be read in all, with those already read: the flow may get them at
  /// once. A number that was not checked against [#longestPossible] and a limit must not come here.
  default void expect(long bytes) {}

  /// The next bytes where they lie, if they lie together outside the heap; they are read with that.
  ///
  /// @param keeper takes their memory over; they are not to be read after it was given back
  default Optional<MemorySegment> keep(long bytes, MemoryKeeper keeper) {
    return Optional.empty();
  }

  /// Gives back what the flow has borrowed; nothing is read afterwards.
  @Override
  default void close() {}

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
