package dev.shardline.signal.format.edf;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Start date and time of the header: `dd.mm.yy` and `hh.mm.ss`, two-digit years 85 to 99 in the
/// twentieth century, the others in the twenty-first.
final class EdfStartTime {
  private static final Pattern TRIPLE = Pattern.compile("(\\d{1,2})\\D(\\d{1,2})\\D(\\d{1,2})");
  private static final int FIRST_YEAR_OF_THE_1900S = 85;

  private EdfStartTime() {}

  /// Empty if either text is no valid date or time: anonymised files have blanks or zeros there.
  static Optional<LocalDateTime> parse(String date, String time) {
    Matcher day = TRIPLE.matcher(date);
    Matcher clock = TRIPLE.matcher(time);
    if (!day.matches() || !clock.matches()) {
      return Optional.empty();
    }
    int year = number(day, 3);
    try {
      return Optional.of(
          LocalDateTime.of(
              year + (year >= FIRST_YEAR_OF_THE_1900S ? 1900 : 2000),
              number(day, 2),
              number(day, 1),
              number(clock, 1),
              number(clock, 2),
              number(clock, 3)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
