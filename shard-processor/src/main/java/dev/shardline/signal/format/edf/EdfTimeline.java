package dev.shardline.signal.format.edf;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// When the records of a file start: stretches without interruption.
///
/// @param start seconds from the header's start time to the first record
/// @param segments at least one, ascending, not touching
record EdfTimeline(double start, List<EdfSegment> segments) {
  /// How far a record's stated start may lie from the end of the one before: what rounding a start
  /// to milliseconds makes.
  private static final double TOLERANCE_SECONDS = 2e-3;

  /// What rounding the record's duration to eight characters makes, per record.
  private static final double DRIFT_SECONDS = 1e-6;

  /// Beyond this many, a file is no recording with pauses but nonsense.
  private static final int MOST_SEGMENTS = 100_000;

  EdfTimeline {
    segments = List.copyOf(segments);
  }

  /// Reads as few record starts as the kind of file allows: of EDF+C the first and the last, of
  /// EDF+D all.
  static EdfTimeline of(EdfRecords records) throws MalformedDataException, IOException {
    Optional<EdfClock> clock = EdfClock.of(records);
    if (clock.isEmpty()) {
      return new EdfTimeline(0, List.of(new EdfSegment(0, records.count(), 0)));
    }
    double start = clock.get().onset(0);
    if (records.header().continuity() == EdfContinuity.DISCONTINUOUS) {
      return new EdfTimeline(start, segments(records, clock.get(), start));
    }
    EdfTimeline whole = new EdfTimeline(start, List.of(new EdfSegment(0, records.count(), 0)));
    long last = records.count() - 1;
    whole.requireOnset(clock.get().onset(last), last, records);
    return whole;
  }

  private static List<EdfSegment> segments(EdfRecords records, EdfClock clock, double start)
      throws MalformedDataException, IOException {
    List<EdfSegment> segments = new ArrayList<>();
    double seconds = records.header().recordSeconds();
    long first = 0;
    double firstOnset = 0;
    double expected = seconds;
    for (long record = 1; record < records.count(); record++) {
      double onset = clock.onset(record) - start;
      if (onset < expected - TOLERANCE_SECONDS) {
        throw contradiction(records, record, "at or after " + (expected + start), onset + start);
      }
      if (onset > expected + TOLERANCE_SECONDS) {
        segments.add(new EdfSegment(first, record - first, firstOnset));
        first = record;
        firstOnset = onset;
      }
      expected = onset + seconds;
      if (segments.size() > MOST_SEGMENTS) {
        throw contradiction(
            records, record, "at most " + MOST_SEGMENTS + " interruptions", onset + start);
      }
    }
    segments.add(new EdfSegment(first, records.count() - first, firstOnset));
    return segments;
  }

  /// Checks what a record of a file without interruptions says of its start.
  ///
  /// @param stated seconds from the header's start time
  void requireOnset(double stated, long record, EdfRecords records) throws MalformedDataException {
    double expected = start + record * records.header().recordSeconds();
    if (!(Math.abs(stated - expected) <= TOLERANCE_SECONDS + record * DRIFT_SECONDS)) {
      throw contradiction(records, record, "at " + expected, stated);
    }
  }

  private static MalformedDataException contradiction(
      EdfRecords records, long record, String expected, double found) {
    EdfHeader header = records.header();
    return new MalformedDataException(
        Reason.MALFORMED,
        "start time of record " + record,
        header.recordStart(record) + header.annotationTracks().getFirst().recordOffset(),
        expected + " s",
        found + " s");
  }

  boolean isContinuous() {
    return segments.size() == 1;
  }
}
