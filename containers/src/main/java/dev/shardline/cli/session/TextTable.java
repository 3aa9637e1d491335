package dev.shardline.cli.session;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// A table on a terminal: the first column to the left, the others to the right.
public final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(List<String> header) {
    rows.add(List.copyOf(header));
  }

  public void row(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  public void print(PrintWriter out) {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String alignment = column == 0 ? "%-" : "  %";
        line.append((alignment + widths[column] + "s").formatted(row.get(column)));
      }
      out.println(line.toString().stripTrailing());
    }
  }
}
