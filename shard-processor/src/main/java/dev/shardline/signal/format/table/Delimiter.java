package dev.shardline.signal.format.table;

import java.util.ArrayList;
import java.util.List;

/// What separates the cells of a row.
enum Delimiter {
  TAB('\t'),
  COMMA(','),
  SEMICOLON(';'),
  /// One or more blanks or tabs.
  BLANKS(' ');

  private final char character;

  Delimiter(char character) {
    this.character = character;
  }

  /// The first of tab, comma and semicolon that a line has; blanks if it has none.
  static Delimiter of(String line) {
    for (Delimiter delimiter : List.of(TAB, COMMA, SEMICOLON)) {
      if (line.indexOf(delimiter.character) >= 0) {
        return delimiter;
      }
    }
    return BLANKS;
  }

  /// The cells of a row, without surrounding blanks and quotes.
  List<String> split(String line) {
    List<String> cells = new ArrayList<>();
    String row = this == BLANKS ? line.strip() : line;
    int start = 0;
    while (start <= row.length()) {
      int end = end(row, start);
      cells.add(plain(row, start, end));
      start = end + 1;
      while (this == BLANKS && start < row.length() && isSeparator(row.charAt(start))) {
        start++;
      }
    }
    return cells;
  }

  private int end(String row, int start) {
    int at = start;
    while (at < row.length() && !isSeparator(row.charAt(at))) {
      at++;
    }
    return at;
  }

  private boolean isSeparator(char found) {
    return found == character || this == BLANKS && found == '\t';
  }

  private static String plain(String row, int start, int end) {
    String cell = row.substring(start, end).strip();
    boolean quoted = cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"");
    return quoted ? cell.substring(1, cell.length() - 1) : cell;
  }
}
