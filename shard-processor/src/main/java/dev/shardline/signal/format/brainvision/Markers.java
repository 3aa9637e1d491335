package dev.shardline.signal.format.brainvision;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.format.raw.TextLine;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a `.vmrk` file says.
///
/// @param annotations named `type/description` as MNE names them; the first marker is left out if
///   it is the `New Segment` that only gives the start time
/// @param start of the first segment that states one
record Markers(List<Annotation> annotations, Optional<LocalDateTime> start) {
  private static final String SECTION = "Marker Infos";
  private static final String NEW_SEGMENT = "New Segment";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
  private static final int DATE_DIGITS = 20;
  private static final int DATE_SECONDS_DIGITS = 14;

  static final Markers NONE = new Markers(List.of(), Optional.empty());

  Markers {
    annotations = List.copyOf(annotations);
  }

  static Markers parse(List<TextLine> lines, SamplingRate rate) throws MalformedDataException {
    IniText text = IniText.parse(lines, "markers");
    List<Annotation> annotations = new ArrayList<>();
    Optional<LocalDateTime> start = Optional.empty();
    boolean first = true;
    for (Map.Entry<String, TextLine> entry : text.section(SECTION).entrySet()) {
      if (!entry.getKey().matches("mk\\d+")) {
        continue;
      }
      String[] fields = entry.getValue().text().split(",", -1);
      if (fields.length < 4) {
        throw text.malformed(
            SECTION,
            entry.getKey(),
            "type, description, position and size",
            "'" + entry.getValue().text() + "'");
      }
      if (start.isEmpty() && fields[0].equals(NEW_SEGMENT) && fields.length > 5) {
        start = date(fields[5].strip());
      }
      if (!first || !fields[0].equals(NEW_SEGMENT)) {
        annotations.add(annotation(text, entry.getKey(), fields, rate));
      }
      first = false;
    }
    return new Markers(annotations, start);
  }

  /// Positions count from 1.
  private static Annotation annotation(IniText text, String key, String[] fields, SamplingRate rate)
      throws MalformedDataException {
    if (!fields[2].strip().matches("\\d{1,15}")) {
      throw text.malformed(SECTION, key, "a position in data points", "'" + fields[2] + "'");
    }
    long position = Long.parseLong(fields[2].strip());
    String size = fields[3].strip();
    long duration = size.matches("\\d{1,15}") ? Long.parseLong(size) : 0;
    return new Annotation(
        rate.secondsAt(position - 1),
        rate.secondsAt(duration),
        unescaped(fields[0]) + "/" + unescaped(fields[1]));
  }

  private static String unescaped(String field) {
    return field.replace("\\1", ",");
  }

  /// `yyyymmddhhmmssuuuuuu`.
  private static Optional<LocalDateTime> date(String digits) {
    if (!digits.matches("\\d{" + DATE_DIGITS + "}")) {
      return Optional.empty();
    }
    try {
      long micros = Long.parseLong(digits.substring(DATE_SECONDS_DIGITS));
      return Optional.of(
          LocalDateTime.parse(digits.substring(0, DATE_SECONDS_DIGITS), DATE)
              .plusNanos(micros * 1000));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
