package dev.shardline.build;

import dev.shardline.manifest.CsvText;

/// Puts texts into CSV and JSON, copying them as they stand wherever they need no escape.
final class Escaping {
  private static final boolean[] CSV_SPECIAL = new boolean[256];
  private static final boolean[] JSON_SPECIAL = new boolean[256];

  static {
    for (char c : CsvText.SPECIAL.toCharArray()) {
      CSV_SPECIAL[c] = true;
    }
    for (int c = 0; c < ' '; c++) {
      JSON_SPECIAL[c] = true;
    }
    JSON_SPECIAL['"'] = true;
    JSON_SPECIAL['\\'] = true;
  }

  private Escaping() {}

  /// Whether a CSV value must be quoted for these bytes.
  static boolean needsQuotes(byte[] bytes, int start, int end) {
    return contains(CSV_SPECIAL, bytes, start, end);
  }

  /// Puts the bytes of a quoted CSV value, without the quotes around it.
  static void putQuoted(TextBuffer out, byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] == '"') {
        out.put('"');
      }
      out.put((char) bytes[i]);
    }
  }

  /// Puts a CSV value.
  static void putCsv(TextBuffer out, byte[] bytes, int start, int end) {
    if (needsQuotes(bytes, start, end)) {
      out.put('"');
      putQuoted(out, bytes, start, end);
      out.put('"');
    } else {
      out.put(bytes, start, end - start);
    }
  }

  /// Puts the bytes of a JSON text, without the quotes around it.
  static void putJson(TextBuffer out, byte[] bytes, int start, int end) {
    if (!contains(JSON_SPECIAL, bytes, start, end)) {
      out.put(bytes, start, end - start);
      return;
    }
    for (int i = start; i < end; i++) {
      switch (bytes[i]) {
        case '"' -> out.put("\\\"");
        case '\\' -> out.put("\\\\");
        case '\b' -> out.put("\\b");
        case '\f' -> out.put("\\f");
        case '\n' -> out.put("\\n");
        case '\r' -> out.put("\\r");
        case '\t' -> out.put("\\t");
        default -> putJsonByte(out, bytes[i]);
      }
    }
  }

  private static void putJsonByte(TextBuffer out, byte value) {
    if (value >= 0 && value < ' ') {
      out.put("\\u00" + (value < 16 ? "0" : "1") + "0123456789ABCDEF".charAt(value & 0xF));
    } else {
      out.put((char) value);
    }
  }

  private static boolean contains(boolean[] special, byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (special[bytes[i] & 0xFF]) {
        return true;
      }
    }
    return false;
  }
}
