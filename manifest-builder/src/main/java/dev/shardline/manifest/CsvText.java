package dev.shardline.manifest;

import java.util.List;

/// RFC 4180 text with LF line ends and quotes only where they are needed.
public final class CsvText {
  /// The characters that make a value need quotes.
  public static final String SPECIAL = ",\"\n\r";

  private CsvText() {}

  /// Appends one row with its line end.
  public static void row(StringBuilder out, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      value(out, values.get(i));
    }
    out.append('\n');
  }

  /// Appends one value.
  public static void value(StringBuilder out, String value) {
    if (!needsQuotes(value)) {
      out.append(value);
      return;
    }
    out.append('"').append(value.replace("\"", "\"\"")).append('"');
  }

  private static boolean needsQuotes(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (SPECIAL.indexOf(value.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
