package dev.shardline.cli.build;

import dev.shardline.cli.session.TextTable;
import dev.shardline.manifest.ClassCount;
import dev.shardline.manifest.DatasetDescription;
import dev.shardline.manifest.Finding;
import dev.shardline.manifest.SplitDescription;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// A data set's splits and classes as a table for people, and what its checks found.
final class DatasetTable {
  private DatasetTable() {}

  static void print(DatasetDescription dataset, PrintWriter out) {
    TextTable table = new TextTable(header(dataset));
    dataset.splits().forEach(split -> table.row(row(split)));
    table.print(out);
    print(dataset.findings(), out);
  }

  /// One line a finding.
  static void print(List<Finding> findings, PrintWriter out) {
    for (Finding finding : findings) {
      String example =
          finding.examples().isEmpty()
              ? ""
              : " (such as %s)".formatted(finding.examples().getFirst());
      out.printf(
          "%s %s: %s%s%n",
          finding.severity().fileName(), finding.check(), finding.message(), example);
    }
  }

  private static List<String> header(DatasetDescription dataset) {
    List<String> header = new ArrayList<>(List.of("split", "samples", "subjects", "parts"));
    dataset.splits().getFirst().classes().forEach(count -> header.add(count.label().name()));
    return header;
  }

  private static List<String> row(SplitDescription split) {
    List<String> row =
        new ArrayList<>(
            List.of(
                split.split().name(),
                number(split.counts().samples()),
                number(split.subjects()),
                number(split.parts().size())));
    for (ClassCount count : split.classes()) {
      row.add(number(count.samples()));
    }
    return row;
  }

  private static String number(long value) {
    return "%,d".formatted(value);
  }
}
