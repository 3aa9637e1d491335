package dev.shardline.signal;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.util.ArrayList;
import java.util.List;

/// What becomes of values that are no numbers: invalid ones of a format, missing cells, the filled
/// interruptions of a recording.
public enum NonFinite {
  /// The recording is refused.
  REFUSE,
  /// They stay; filters and scales spread them.
  KEEP,
  /// They become 0; each run is annotated [#TEXT].
  ZERO,
  /// They become values on the line between the numbers before and after, or the nearest number at
  /// the ends; each run is annotated [#TEXT]. A signal channel without any number becomes 0.
  LINE;

  /// What runs that were filled are annotated with, so that windows can leave them out.
  public static final String TEXT = "BAD_not_finite";

  /// The recording after the policy.
  ///
  /// @throws MalformedDataException if there is such a value and that is refused; names the first
  public Recording apply(Recording recording) throws MalformedDataException {
    if (this == KEEP) {
      return recording;
    }
    List<Annotation> annotations = new ArrayList<>(recording.annotations());
    boolean found = false;
    for (int channel = 0; channel < recording.channels().size(); channel++) {
      if (isFinite(recording.traces(), channel)) {
        continue;
      }
      List<Annotation> runs = runs(recording, recording.traces().doubles(channel));
      if (this == REFUSE) {
        throw new MalformedDataException(
            Reason.NOT_FINITE,
            "signal channel '%s' at %s s"
                .formatted(recording.channels().get(channel).label(), runs.getFirst().onset()),
            "numbers",
            "none for %s s".formatted(runs.getFirst().duration()));
      }
      found = true;
      annotations.addAll(runs);
    }
    return found
        ? recording
            .withTraces(recording.traces().mapRows(this::filled))
            .withAnnotations(List.copyOf(annotations))
        : recording;
  }

  /// Asked first, since nearly every row is: the largest magnitude, which is NaN if any value is.
  private static boolean isFinite(Traces traces, int channel) {
    if (traces.bytesPerValue() != Float.BYTES) {
      return nextMissing(traces.doubles(channel), 0) == traces.timePoints();
    }
    float largest = 0;
    for (float value : traces.floats(channel)) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest <= Float.MAX_VALUE;
  }

  private static List<Annotation> runs(Recording recording, double[] row) {
    List<Annotation> runs = new ArrayList<>();
    for (int from = nextMissing(row, 0); from < row.length; ) {
      int to = nextNumber(row, from);
      double onset = recording.rate().secondsAt(from);
      runs.add(new Annotation(onset, recording.rate().secondsAt(to) - onset, TEXT));
      from = nextMissing(row, to);
    }
    return runs;
  }

  private static int nextMissing(double[] row, int from) {
    int at = from;
    while (at < row.length && Double.isFinite(row[at])) {
      at++;
    }
    return at;
  }

  private static int nextNumber(double[] row, int from) {
    int at = from;
    while (at < row.length && !Double.isFinite(row[at])) {
      at++;
    }
    return at;
  }

  private double[] filled(double[] row) {
    double[] filled = row.clone();
    for (int from = nextMissing(row, 0); from < row.length; ) {
      int to = nextNumber(row, from);
      fill(filled, from, to);
      from = nextMissing(row, to);
    }
    return filled;
  }

  private void fill(double[] row, int from, int to) {
    double before = from > 0 ? row[from - 1] : to < row.length ? row[to] : 0;
    double after = to < row.length ? row[to] : before;
    for (int i = from; i < to; i++) {
      double share = (i - from + 1.0) / (to - from + 1);
      row[i] = this == LINE ? before + share * (after - before) : 0;
    }
  }
}
