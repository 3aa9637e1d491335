package dev.shardline.signal.format.table;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

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

  /// The first of tab, semicolon and comma that a line has; blanks if it has none. Where there are
  /// semicolons, a comma belongs to a number.
  static Delimiter of(String line) {
    for (Delimiter delimiter : List.of(TAB, SEMICOLON, COMMA)) {
      if (line.indexOf(delimiter.character) >= 0) {
        return delimiter;
      }
    }
    return BLANKS;
  }

  /// A cell's number, empty if it is none. Between semicolons its decimal sign may be a comma, as
  /// spreadsheets write it where the comma is in use for that.
  OptionalDouble number(String cell) {
    return NumberText.parse(this == SEMICOLON ? cell.replace(',', '.') : cell);
  }

  /// The cells of a row, without surrounding blanks and quotes. What stands between quotes is not
  /// separated, but by tabs.
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
    while (at < row.length() && row.charAt(at) == ' ') {
      at++;
    }
    if (this != TAB && at < row.length() && row.charAt(at) == '"') {
      at = Math.max(at, row.indexOf('"', at + 1));
    }
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
