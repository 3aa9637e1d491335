package dev.shardline.signal.format.table;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// A cell's number. Missing values (empty, `n/a`, `NaN`, R's `NA`) are NaN.
final class NumberText {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|[+-]?([iI]nf(inity)?)");

  private NumberText() {}

  /// Empty if the text is no number.
  static OptionalDouble parse(String text) {
    if (isMissing(text)) {
      return OptionalDouble.of(Double.NaN);
    }
    if (text.length() > 64 || !NUMBER.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    if (text.endsWith("nf") || text.endsWith("nity")) {
      return OptionalDouble.of(
          text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    return OptionalDouble.of(Double.parseDouble(text));
  }

  private static boolean isMissing(String text) {
    return text.isEmpty()
        || text.equals("NA")
        || text.equalsIgnoreCase("n/a")
        || text.equalsIgnoreCase("nan");
  }
}
