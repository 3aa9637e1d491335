package dev.shardline.report;

/// Text into HTML.
final class Html {
  private Html() {}

  /// The text with everything escaped that HTML gives a meaning, in content and in quoted
  /// attributes.
  static String text(Object value) {
    StringBuilder escaped = new StringBuilder();
    for (char c : String.valueOf(value).toCharArray()) {
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
