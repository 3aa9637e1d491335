package dev.shardline.signal.format.edf;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.io.IOException;
import java.util.Optional;

/// Reads from a record's first annotation track when the record starts (EDF+ section 2.2.4).
final class EdfClock {
  /// A time-keeping list is a few dozen bytes; more is never looked at.
  private static final int LONGEST = 64;

  private final EdfRecords records;
  private final EdfSignal track;
  private final byte[] buffer;

  private EdfClock(EdfRecords records, EdfSignal track) {
    this.records = records;
    this.track = track;
    long blockBytes = (long) track.valuesPerRecord() * records.header().variant().bytesPerValue();
    this.buffer = new byte[(int) Math.min(LONGEST, blockBytes)];
  }

  /// The clock of a file whose records say when they start; empty for all others.
  static Optional<EdfClock> of(EdfRecords records) {
    EdfHeader header = records.header();
    return header.continuity() == EdfContinuity.PLAIN || header.annotationTracks().isEmpty()
        ? Optional.empty()
        : Optional.of(new EdfClock(records, header.annotationTracks().getFirst()));
  }

  /// When a record starts, in seconds from the header's start time.
  ///
  /// @throws MalformedDataException if the record does not say
  double onset(long record) throws MalformedDataException, IOException {
    long offset = records.header().recordStart(record) + track.recordOffset();
    records.source().read(offset, buffer, 0, buffer.length);
    return onset(buffer, 0, buffer.length, offset, record);
  }

  /// As [#onset(long)], from bytes that are at hand.
  double onset(byte[] bytes, int index, int length, long offset, long record)
      throws MalformedDataException {
    Optional<TimestampedAnnotations> first =
        bytes[index] == 0 ? Optional.empty() : new TalParser(bytes, index, length, offset).next();
    if (first.isEmpty() || !first.get().keepsTime()) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "annotations of record " + record,
          offset,
          "the record's start time first",
          first.isEmpty() ? "none" : "an annotation '" + first.get().texts().getFirst() + "'");
    }
    return first.get().onset();
  }

  /// Where the start time of a record lies, relative to the record.
  long recordOffset() {
    return track.recordOffset();
  }

  /// How many bytes [#onset(byte[], int, int, long, long)] needs.
  int length() {
    return buffer.length;
  }
}
