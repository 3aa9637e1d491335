package dev.shardline.signal.format.edf;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.format.GapPolicy;
import java.util.ArrayList;
import java.util.List;

/// Where a file's segments lie among the recording's time points, once the gap policy has spoken.
///
/// @param segments ascending
/// @param firstTimePoints of each segment
/// @param rate of the tracks that are read
/// @param valuesPerRecord of the tracks that are read
record EdfTimeAxis(
    List<EdfSegment> segments,
    List<Long> firstTimePoints,
    SamplingRate rate,
    int valuesPerRecord,
    GapPolicy policy) {
  /// Pauses beyond this are not filled: the header's clock is wrong, or no signal is meant.
  private static final double LONGEST_FILL_SECONDS = 7 * 86_400.0;

  EdfTimeAxis {
    segments = List.copyOf(segments);
    firstTimePoints = List.copyOf(firstTimePoints);
  }

  /// @param tracks how many are read
  static EdfTimeAxis of(
      EdfTimeline timeline,
      SamplingRate rate,
      int valuesPerRecord,
      int tracks,
      GapPolicy policy,
      EdfRecords records)
      throws MalformedDataException {
    if (!timeline.isContinuous() && policy == GapPolicy.REFUSE) {
      throw gap(timeline, records, Reason.WRONG_KIND, "no interruption; choose to join or to fill");
    }
    List<Long> firsts = new ArrayList<>();
    long most = GapPolicy.mostFilled(records.count() * valuesPerRecord * tracks) / tracks;
    long end = 0;
    for (EdfSegment segment : timeline.segments()) {
      long first =
          policy == GapPolicy.FILL ? Math.max(end, rate.nearestIndex(segment.onset())) : end;
      long stop = first + segment.records() * valuesPerRecord;
      if (stop > most || (first - end) / rate.hertz() > LONGEST_FILL_SECONDS) {
        throw gap(
            timeline,
            records,
            Reason.TOO_LARGE,
            "interruptions of at most a week to fill, and %d time points with them; join them else"
                .formatted(most));
      }
      firsts.add(first);
      end = stop;
    }
    return new EdfTimeAxis(timeline.segments(), firsts, rate, valuesPerRecord, policy);
  }

  private static MalformedDataException gap(
      EdfTimeline timeline, EdfRecords records, Reason reason, String expected) {
    EdfSegment second = timeline.segments().get(1);
    return new MalformedDataException(
        reason,
        "data records",
        records.header().recordStart(second.firstRecord()),
        expected,
        "%d stretches; the second starts with record %d, %s s after the start"
            .formatted(timeline.segments().size(), second.firstRecord(), second.onset()));
  }

  long timePoints() {
    return endTimePoint(segments.size() - 1);
  }

  /// The time point after a segment's last.
  long endTimePoint(int segment) {
    return firstTimePoints.get(segment) + segments.get(segment).records() * valuesPerRecord;
  }

  /// Where a moment of the file's clock lies in the recording.
  ///
  /// @param seconds from the start of the first record
  double moment(double seconds) {
    if (policy != GapPolicy.JOIN || segments.size() == 1) {
      return seconds;
    }
    int segment = segmentAt(seconds);
    double shift = rate.secondsAt(firstTimePoints.get(segment)) - segments.get(segment).onset();
    return Math.min(seconds + shift, rate.secondsAt(endTimePoint(segment)));
  }

  private int segmentAt(double seconds) {
    int low = 0;
    int high = segments.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (segments.get(middle).onset() <= seconds) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /// One annotation for each interruption that the policy let pass.
  List<Annotation> seams() {
    List<Annotation> seams = new ArrayList<>();
    for (int i = 1; i < segments.size(); i++) {
      double from = rate.secondsAt(endTimePoint(i - 1));
      double to = rate.secondsAt(firstTimePoints.get(i));
      seams.add(
          policy == GapPolicy.JOIN
              ? new Annotation(to, 0, "EDGE boundary")
              : new Annotation(from, to - from, "BAD_ACQ_SKIP"));
    }
    return seams;
  }
}
