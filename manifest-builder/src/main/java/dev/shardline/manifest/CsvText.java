package dev.shardline.manifest;

import java.util.List;

/// RFC 4180 text with LF line ends and quotes only where they are needed.
final class CsvText {
  private CsvText() {}

  /// Appends one row with its line end.
  static void row(StringBuilder out, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      value(out, values.get(i));
    }
    out.append('\n');
  }

  private static void value(StringBuilder out, String value) {
    if (!needsQuotes(value)) {
      out.append(value);
      return;
    }
    out.append('"').append(value.replace("\"", "\"\"")).append('"');
  }

  private static boolean needsQuotes(String value) {
    for (int i = 0; i < value.length(); i++) {
      switch (value.charAt(i)) {
        case ',', '"', '\n', '\r' -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }
}
