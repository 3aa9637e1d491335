package dev.shardline.pipeline.check;

import dev.shardline.pipeline.settings.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Gathers problems; a text that is empty was missing, which its reader has already told.
@SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency of its own
final class Findings {
  private final List<Problem> problems = new ArrayList<>();

  void error(String path, String message, Object... values) {
    problems.add(Problem.error(path, message.formatted(values)));
  }

  void warning(String path, String message, Object... values) {
    problems.add(Problem.warning(path, message.formatted(values)));
  }

  /// @param form what the pattern means, for people
  void matches(String path, String value, Pattern pattern, String form) {
    if (!value.isEmpty() && !pattern.matcher(value).matches()) {
      error(path, "expected %s, found \"%s\"", form, shortened(value));
    }
  }

  void atMost(String path, String value, int most) {
    if (value.length() > most) {
      error(path, "expected at most %d characters, found %d", most, value.length());
    }
  }

  void within(String path, long value, long least, long most) {
    if (value < least || value > most) {
      error(path, "expected %d to %d, found %d", least, most, value);
    }
  }

  void count(String path, int found, int most, String what) {
    if (found > most) {
      error(path, "expected at most %d %s, found %d", most, what, found);
    }
  }

  List<Problem> all() {
    return List.copyOf(problems);
  }

  private static String shortened(String value) {
    return value.length() <= 80 ? value : value.substring(0, 80) + "…";
  }
}
