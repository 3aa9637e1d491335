package dev.shardline.pipeline.settings;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as people write them: `90s`, `30m`, `12h`, `3d`.
public final class DurationText {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*([smhd])");

  private DurationText() {}

  /// @throws IllegalArgumentException if the text is no duration
  public static Duration parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "expected a duration such as 90s, 30m, 12h or 3d, found \"" + text + "\"");
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      case String days -> Duration.ofDays(amount);
    };
  }

  /// The shortest form with one unit, or hours and minutes: `3d`, `1h 30m`, `45s`.
  public static String show(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 60) {
      return seconds + "s";
    }
    if (seconds < 3600) {
      return seconds / 60 + "m" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + "s");
    }
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    long minutes = seconds % 3600 / 60;
    return seconds / 3600 + "h" + (minutes == 0 ? "" : " " + minutes + "m");
  }
}
