package dev.shardline.signal.format.wfdb;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.format.raw.TextLine;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the record line of a header and hands the others on (header(5)). Lines that start with `#`
/// are comments; empty lines are passed over.
final class WfdbHeaderParser {
  private static final Pattern RECORD =
      Pattern.compile(
          "(?<name>[^\\s/]+)(/(?<segments>\\d{1,6}))?\\s+(?<signals>\\d{1,6})"
              + "(\\s+(?<rate>[^\\s/(]+)(/[^\\s(]*(\\([^)\\s]*\\))?)?)?"
              + "(\\s+(?<frames>\\d{1,12}))?"
              + "(\\s+(?<time>(?!\\d{7})[\\d:.]+))?(\\s+(?<date>\\d{1,2}/\\d{1,2}/\\d{1,4}))?\\s*");
  private static final Pattern SEGMENT =
      Pattern.compile("(?<name>\\S+)\\s+(?<frames>\\d{1,12})\\s*");
  private static final Pattern TIME =
      Pattern.compile("((?<h>\\d{1,2}):)?((?<m>\\d{1,2}):)?(?<s>\\d{1,2})(\\.(?<f>\\d{1,9}))?");
  private static final double DEFAULT_RATE = 250;

  /// Outside of these a rate is nonsense; within them, no arithmetic on times overflows.
  private static final double LOWEST_RATE = 1e-6;

  private static final double HIGHEST_RATE = 1e9;

  private WfdbHeaderParser() {}

  static WfdbHeader parse(List<TextLine> lines) throws MalformedDataException {
    List<TextLine> content =
        lines.stream()
            .filter(line -> !line.text().isBlank() && !line.text().strip().startsWith("#"))
            .toList();
    if (content.isEmpty()) {
      throw new MalformedDataException(
          Reason.MALFORMED, "header", 0, "a record line", "comments only");
    }
    TextLine line = content.getFirst();
    Matcher record = RECORD.matcher(line.text().strip());
    if (!record.matches()) {
      throw malformed("record line", line, "name, number of signals, rate, length, time, date");
    }
    return header(record, line, content.subList(1, content.size()));
  }

  private static WfdbHeader header(Matcher record, TextLine line, List<TextLine> others)
      throws MalformedDataException {
    int signalCount = Integer.parseInt(record.group("signals"));
    String segmentText = record.group("segments");
    int segmentCount = segmentText == null ? 0 : Integer.parseInt(segmentText);
    int expected = segmentCount > 0 ? segmentCount : signalCount;
    if (others.size() < expected || expected == 0) {
      throw malformed(
          "record line",
          line,
          "a line for each of 1 or more signals or segments, of which there are " + others.size());
    }
    List<WfdbSegment> segments = new ArrayList<>();
    List<WfdbSignal> signals = new ArrayList<>();
    for (TextLine other : others.subList(0, expected)) {
      if (segmentCount > 0) {
        segments.add(segment(other));
      } else {
        signals.add(SignalLine.parse(other, signals.size()));
      }
    }
    return new WfdbHeader(
        rate(record.group("rate"), line),
        record.group("frames") == null || Long.parseLong(record.group("frames")) == 0
            ? OptionalLong.empty()
            : OptionalLong.of(Long.parseLong(record.group("frames"))),
        start(record.group("time"), record.group("date")),
        signals,
        segments);
  }

  private static SamplingRate rate(@Nullable String text, TextLine line)
      throws MalformedDataException {
    if (text == null) {
      return new SamplingRate(DEFAULT_RATE);
    }
    double rate =
        text.matches("[+-]?\\d*\\.?\\d+([eE][+-]?\\d{1,2})?|\\d+\\.")
            ? Double.parseDouble(text)
            : Double.NaN;
    if (!(rate >= LOWEST_RATE && rate <= HIGHEST_RATE)) {
      throw malformed(
          "sampling frequency",
          line,
          "a number from %s to %s, which '%s' is not".formatted(LOWEST_RATE, HIGHEST_RATE, text));
    }
    return new SamplingRate(rate);
  }

  private static WfdbSegment segment(TextLine line) throws MalformedDataException {
    Matcher matcher = SEGMENT.matcher(line.text().strip());
    if (!matcher.matches()) {
      throw malformed("segment line", line, "name and length");
    }
    return new WfdbSegment(
        matcher.group("name"), Long.parseLong(matcher.group("frames")), line.offset());
  }

  private static @Nullable LocalDateTime start(@Nullable String time, @Nullable String date) {
    Matcher clock = time == null ? null : TIME.matcher(time);
    if (date == null || clock == null || !clock.matches()) {
      return null;
    }
    String[] day = date.split("/");
    String fraction = clock.group("f") == null ? "" : clock.group("f");
    // `m` is what precedes the seconds; of two groups the first is taken by `h`.
    boolean hasHours = clock.group("m") != null;
    String minutes = hasHours ? clock.group("m") : clock.group("h");
    try {
      return LocalDateTime.of(
          Integer.parseInt(day[2]),
          Integer.parseInt(day[1]),
          Integer.parseInt(day[0]),
          hasHours ? Integer.parseInt(clock.group("h")) : 0,
          minutes == null ? 0 : Integer.parseInt(minutes),
          Integer.parseInt(clock.group("s")),
          Integer.parseInt((fraction + "000000000").substring(0, 9)));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  static MalformedDataException malformed(String field, TextLine line, String expected) {
    String text = line.text().strip();
    String shown = text.length() <= 80 ? text : text.substring(0, 80) + "…";
    return new MalformedDataException(
        Reason.MALFORMED, field, line.offset(), expected, "'" + shown + "'");
  }
}
