package dev.shardline.signal.format.edf;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.format.ByteSource;
import dev.shardline.signal.format.LengthPolicy;
import java.io.IOException;

/// The data records that are there: the header judged against the size of the file.
///
/// @param count whole records to read, at least 1
record EdfRecords(ByteSource source, EdfHeader header, long count) {
  /// @throws MalformedDataException if header and size disagree more than the policy allows
  static EdfRecords of(ByteSource source, EdfHeader header, LengthPolicy policy)
      throws MalformedDataException, IOException {
    long bytes = source.size() - header.dataOffset();
    long present = bytes / header.recordBytes();
    if (policy == LengthPolicy.EXACT) {
      requireExact(source.size(), header, present, bytes % header.recordBytes());
    }
    long count =
        header.recordCount() == EdfHeader.UNKNOWN
            ? present
            : Math.min(present, header.recordCount());
    if (count == 0) {
      throw truncated(source.size(), header, "1 data record of %d bytes", bytes);
    }
    return new EdfRecords(source, header, count);
  }

  private static void requireExact(long size, EdfHeader header, long present, long remainder)
      throws MalformedDataException {
    if (header.recordCount() == EdfHeader.UNKNOWN) {
      throw EdfHeaderText.malformed(
          EdfField.RECORD_COUNT,
          EdfField.RECORD_COUNT.offset(),
          "a number; choose to read what is there",
          "-1, which an unfinished recording has");
    }
    if (present < header.recordCount()) {
      throw truncated(
          size,
          header,
          header.recordCount() + " data records of %d bytes",
          size - header.dataOffset());
    }
    if (present > header.recordCount() || remainder != 0) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "end of file",
          header.recordStart(header.recordCount()),
          "the end, after %d data records".formatted(header.recordCount()),
          size - header.recordStart(header.recordCount()) + " more bytes");
    }
  }

  private static MalformedDataException truncated(
      long size, EdfHeader header, String expected, long bytes) {
    return new MalformedDataException(
        Reason.TRUNCATED,
        "data records",
        size,
        expected.formatted(header.recordBytes()),
        bytes + " bytes, which is " + bytes / header.recordBytes() + " whole records");
  }
}
